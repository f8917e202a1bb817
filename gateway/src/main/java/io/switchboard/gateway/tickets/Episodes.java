package io.switchboard.gateway.tickets;

import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.TicketPolicy;
import io.switchboard.gateway.tickets.Assignment.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The session rule: which support episode a message belongs to. Proposed by us, disposed of by the core. */
final class Episodes {

    private final Duration reopenWindow;

    Episodes(Duration reopenWindow) {
        this.reopenWindow = reopenWindow;
    }

    /** A customer wrote: append to the open ticket, reopen one that was closed lately, or open a new one. */
    Optional<Episode> customerWrote(ThreadState thread, MessageId message, InboundMessage written) {
        if (thread.ticket.isPresent() && thread.ticketOpen) {
            return Optional.of(new Episode(thread.ticket.get(), TicketPolicy.APPEND, "open_ticket"));
        }
        if (written.flags().contains(MessageFlag.BOUNCE)) {
            return current(thread);
        }
        if (thread.ticket.isPresent() && isRecent(thread, written.occurredAt().at())) {
            thread.ticketOpen = true;
            thread.ticketClosed = Optional.empty();
            return Optional.of(new Episode(thread.ticket.get(), TicketPolicy.REOPEN, "closed_within_reopen_window"));
        }
        var reason = thread.ticket.isPresent() ? "closed_before_reopen_window" : "no_ticket";
        var opened = TicketId.of(thread.tenant, thread.id, message);
        thread.ticket = Optional.of(opened);
        thread.ticketOpen = true;
        thread.ticketClosed = Optional.empty();
        return Optional.of(new Episode(opened, TicketPolicy.NEW, reason));
    }

    /** The merchant wrote: belongs to the episode there is, opens none. */
    Optional<Episode> merchantWrote(ThreadState thread) {
        return thread.ticketOpen
                ? thread.ticket.map(open -> new Episode(open, TicketPolicy.APPEND, "open_ticket"))
                : current(thread);
    }

    /** Something happened that is no message: names the episode there is. */
    Optional<Episode> current(ThreadState thread) {
        return thread.ticket.map(ticket -> new Episode(ticket, TicketPolicy.NONE, "no_message"));
    }

    private boolean isRecent(ThreadState thread, Instant occurred) {
        return thread.ticketClosed
                .filter(closed -> !occurred.isAfter(closed.plus(reopenWindow)))
                .isPresent();
    }
}
