package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.CoreCommands;
import io.switchboard.sandbox.desk.core.Episode;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An agent closes a thread's ticket, or opens it again. */
@Controller
final class TicketController {

    private final ThreadMemory memory;
    private final CoreCommands commands;

    TicketController(ThreadMemory memory, CoreCommands commands) {
        this.memory = memory;
        this.commands = commands;
    }

    @PostMapping("/threads/{threadId}/close")
    ResponseEntity<String> close(
            @ModelAttribute(name = "filter", binding = false) Filter filter,
            @PathVariable String threadId,
            HttpServletRequest request,
            HttpServletResponse response) {
        memory.looked(threadId);
        return change(threadId, filter, commands::close, request, response);
    }

    @PostMapping("/threads/{threadId}/reopen")
    ResponseEntity<String> reopen(
            @ModelAttribute(name = "filter", binding = false) Filter filter,
            @PathVariable String threadId,
            HttpServletRequest request,
            HttpServletResponse response) {
        return change(threadId, filter, commands::reopen, request, response);
    }

    private ResponseEntity<String> change(
            String threadId, Filter filter, Change change, HttpServletRequest request, HttpServletResponse response) {
        var ticketId = ticketId(threadId);
        if (ticketId.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body("This thread has no ticket.");
        }
        try {
            change.of(threadId, ticketId.get());
        } catch (IOException unconfirmed) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body("Kafka did not confirm it. Try again; nothing happens twice.");
        }
        if (Htmx.asks(request)) {
            Htmx.somethingChanged(response);
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", filter.on("/threads/" + threadId))
                .build();
    }

    private Optional<String> ticketId(String threadId) {
        return memory.find(threadId)
                .flatMap(thread -> thread.episode())
                .map(Episode::ticket)
                .map(ticket -> ticket.ticketId());
    }

    private interface Change {
        void of(String threadId, String ticketId) throws IOException;
    }
}
