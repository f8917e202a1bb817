package io.switchboard.sandbox.desk.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Whole pages: the threads, and one thread. */
@Controller
final class PageController {

    private final PageModel pages;

    PageController(PageModel pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    String threads(@ModelAttribute(name = "filter", binding = false) Filter filter, Model model) {
        pages.addFrame(model, filter, "");
        return PageModel.PAGE;
    }

    /** A thread that is not here yet may come: the answer is 404, the page stays live and shows it when it does. */
    @GetMapping("/threads/{threadId}")
    String thread(
            @ModelAttribute(name = "filter", binding = false) Filter filter,
            @PathVariable String threadId,
            Model model,
            HttpServletResponse response) {
        if (!pages.addConversation(model, threadId, PageModel.ITEMS, ReplyBox.empty())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        pages.addFrame(model, filter, threadId);
        return PageModel.PAGE;
    }
}
