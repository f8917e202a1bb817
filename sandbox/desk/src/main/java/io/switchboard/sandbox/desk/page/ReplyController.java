package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.core.Conversation;
import io.switchboard.sandbox.desk.core.CoreCommands;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

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
        var refusal = refusal(found(threadId, response), commandId, text);
        if (refusal.isEmpty() && !Htmx.asks(request)) {
            return "redirect:" + filter.on("/threads/" + threadId);
        }
        refusal.ifPresent(why -> response.setStatus(why.status()));
        var box = refusal.map(why -> new ReplyBox(commandId, text, why.words())).orElseGet(ReplyBox::empty);
        pages.addConversation(model, threadId, PageModel.ITEMS, box);
        if (!Htmx.asks(request)) {
            pages.addFrame(model, filter, threadId);
            return PageModel.PAGE;
        }
        Htmx.somethingChanged(response);
        return "desk/conversation :: composer";
    }

    private Conversation found(String threadId, HttpServletResponse response) {
        return memory.find(threadId).orElseThrow(() -> {
            Htmx.loadAgain(response);
            return new ResponseStatusException(HttpStatus.NOT_FOUND, "this thread is not known here");
        });
    }

    private Optional<Refusal> refusal(Conversation thread, String commandId, String text) {
        if (!COMMAND_ID.matcher(commandId).matches()) {
            return Optional.of(new Refusal(400, "The form is damaged. Load the page again."));
        }
        if (text.isBlank()) {
            return Optional.of(new Refusal(422, "Write something first."));
        }
        if (text.length() > LONGEST) {
            return Optional.of(new Refusal(422, "Not sent: longer than " + LONGEST + " characters."));
        }
        var capability = CapabilityView.of(thread, times);
        if (!capability.open()) {
            return Optional.of(new Refusal(409, "Not sent. " + capability.headline()));
        }
        return send(ReplyCommand.ofText(commandId, thread.threadId(), text.strip()));
    }

    private Optional<Refusal> send(ReplyCommand command) {
        try {
            commands.reply(command);
            return Optional.empty();
        } catch (IOException unconfirmed) {
            return Optional.of(new Refusal(
                    503, "Kafka did not confirm the reply. Send it again: it goes out once, however often you press."));
        }
    }

    /** @param words for the agent */
    private record Refusal(int status, String words) {}
}
