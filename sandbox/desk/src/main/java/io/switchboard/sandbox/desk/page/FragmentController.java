package io.switchboard.sandbox.desk.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The parts of the page that change while somebody looks at it. */
@Controller
@RequestMapping("/desk")
final class FragmentController {

    private static final int MOST = 2_000;

    private final PageModel pages;

    FragmentController(PageModel pages) {
        this.pages = pages;
    }

    @GetMapping("/list")
    String list(
            @ModelAttribute(name = "filter", binding = false) Filter filter,
            @RequestParam(defaultValue = "") String selected,
            @RequestParam(defaultValue = "" + PageModel.ROWS) int shown,
            Model model,
            HttpServletResponse response) {
        pages.addList(model, filter, selected, Math.clamp(shown, 1, MOST));
        var page = selected.isEmpty() ? "/" : "/threads/" + selected;
        response.setHeader("HX-Replace-Url", filter.on(page));
        return "desk/list :: list";
    }

    @GetMapping("/threads/{threadId}")
    String conversation(
            @PathVariable String threadId,
            @RequestParam(defaultValue = "" + PageModel.ITEMS) int shown,
            Model model,
            HttpServletResponse response) {
        if (!pages.addConversation(model, threadId, Math.clamp(shown, 1, MOST), ReplyBox.empty())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return "desk/conversation :: conversation";
    }
}
