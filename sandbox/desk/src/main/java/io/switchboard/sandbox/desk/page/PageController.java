package io.switchboard.sandbox.desk.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Whole pages: the threads, and one thread. */
@Controller
final class PageController {

    private static final String PAGE = "desk/page";

    private final PageModel pages;
    private final ObjectProvider<Customers> customers;

    PageController(PageModel pages, ObjectProvider<Customers> customers) {
        this.pages = pages;
        this.customers = customers;
    }

    @GetMapping("/")
    String threads(@ModelAttribute(name = "filter", binding = false) Filter filter, Model model) {
        return page(filter, "", model);
    }

    /** A thread that is not here yet may come: the answer is 404, the page stays live and shows it when it does. */
    @GetMapping("/threads/{threadId}")
    String thread(
            @ModelAttribute(name = "filter", binding = false) Filter filter,
            @PathVariable String threadId,
            Model model,
            HttpServletResponse response) {
        if (!pages.addConversation(model, threadId, Integer.parseInt(PageModel.ITEMS), ReplyBox.empty())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return page(filter, threadId, model);
    }

    private String page(Filter filter, String threadId, Model model) {
        pages.addList(model, filter, threadId, Integer.parseInt(PageModel.ROWS));
        model.addAttribute("customersWrite", customers.getIfAvailable() != null);
        model.addAttribute(
                "origin",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        return PAGE;
    }
}
