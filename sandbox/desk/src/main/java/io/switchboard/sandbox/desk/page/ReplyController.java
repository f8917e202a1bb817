package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.core.CoreCommands;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An agent answers. Whatever goes wrong, the words stay in the box. */
@Controller
final class ReplyController {

    private static final Pattern COMMAND_ID = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final int LONGEST = 60_000;

    private final ThreadMemory memory;
    private final CoreCommands commands;
    private final PageModel pages;
    private final Times times;

    ReplyController(ThreadMemory memory, CoreCommands commands, PageModel pages, Times times) {
        this.memory = memory;
        this.commands = commands;
        this.pages = pages;
        this.times = times;
    }

    @PostMapping("/threads/{threadId}/reply")
    String reply(
            @ModelAttribute(name = "filter", binding = false) Filter filter,
            @PathVariable String threadId,
            @RequestParam String commandId,
            @RequestParam String text,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var answer = answer(threadId, commandId, text);
        if (!answer.problem().isEmpty()) {
            response.setStatus(answer.status());
        } else if (!Htmx.asks(request)) {
            return "redirect:" + filter.on("/threads/" + threadId);
        }
        var box = answer.problem().isEmpty() ? ReplyBox.empty() : new ReplyBox(commandId, text, answer.problem());
        pages.addConversation(model, threadId, Integer.parseInt(PageModel.ITEMS), box);
        Htmx.somethingChanged(response);
        return "desk/conversation :: composer";
    }

    private Answer answer(String threadId, String commandId, String text) {
        var thread = memory.find(threadId);
        if (thread.isEmpty()) {
            return new Answer(HttpServletResponse.SC_NOT_FOUND, "This thread is not known here.");
        }
        if (!COMMAND_ID.matcher(commandId).matches()) {
            return new Answer(HttpServletResponse.SC_BAD_REQUEST, "The form is damaged. Load the page again.");
        }
        if (text.isBlank()) {
            return new Answer(422, "Write something first.");
        }
        if (text.length() > LONGEST) {
            return new Answer(422, "Not sent: longer than " + LONGEST + " characters.");
        }
        var capability = CapabilityView.of(thread.get(), times);
        if (!capability.open()) {
            return new Answer(HttpServletResponse.SC_CONFLICT, "Not sent. " + capability.headline());
        }
        try {
            commands.reply(ReplyCommand.ofText(commandId, threadId, text.strip()));
            return Answer.GIVEN;
        } catch (IOException unconfirmed) {
            return new Answer(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "Kafka did not confirm the reply. Send it again: it goes out once, however often you press.");
        }
    }

    private record Answer(int status, String problem) {
        static final Answer GIVEN = new Answer(HttpServletResponse.SC_OK, "");
    }
}
