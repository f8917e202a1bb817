package io.switchboard.gateway.tickets;

import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.TicketPolicy;
import io.switchboard.gateway.tickets.Assignment.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The session rule: which support episode a message belongs to. Proposed by us, disposed of by the core. */
final class Episodes {

    private final Duration reopenWindow;

    Episodes(Duration reopenWindow) {
        this.reopenWindow = reopenWindow;
    }

    /**
     * A customer wrote: append to the open ticket, reopen one that was closed lately, or open a new one.
     *
     * @param isAboutElse whether the message has another topic than the thread had
     * @param others tickets of threads the message may belong to
     */
    Optional<Episode> customerWrote(
            ThreadState thread, MessageId message, InboundMessage written, boolean isAboutElse, List<TicketId> others) {
        if (thread.ticket.isPresent() && thread.ticketOpen) {
            var episode = isAboutElse
                    ? new Episode(thread.ticket.get(), TicketPolicy.SUGGEST_SPLIT, "topic_changed")
                    : new Episode(thread.ticket.get(), TicketPolicy.APPEND, "open_ticket");
            return Optional.of(episode);
        }
        if (written.flags().contains(MessageFlag.BOUNCE)) {
            return current(thread);
        }
        if (written.flags().contains(MessageFlag.IMPORTED)) {
            return Optional.of(archived(thread, message, written));
        }
        if (thread.ticket.isPresent()
                && !isAboutElse
                && isRecent(thread, written.occurredAt().at())) {
            thread.ticketOpen = true;
            thread.ticketClosed = Optional.empty();
            return Optional.of(new Episode(thread.ticket.get(), TicketPolicy.REOPEN, "closed_within_reopen_window"));
        }
        return Optional.of(opened(thread, message, isAboutElse, others));
    }

    private static Episode opened(ThreadState thread, MessageId message, boolean isAboutElse, List<TicketId> others) {
        var reason = thread.ticket.isEmpty() ? "no_ticket" : "closed_before_reopen_window";
        var opened = open(thread, message);
        if (isAboutElse) {
            return new Episode(opened, TicketPolicy.NEW, "topic_changed");
        }
        return others.isEmpty()
                ? new Episode(opened, TicketPolicy.NEW, reason)
                : new Episode(opened, TicketPolicy.SUGGEST_MERGE, "may_belong_elsewhere", others);
    }

    /** History comes in closed: nobody waits for an answer to it. */
    private static Episode archived(ThreadState thread, MessageId message, InboundMessage written) {
        if (thread.ticket.isPresent()) {
            return new Episode(thread.ticket.get(), TicketPolicy.APPEND, "imported");
        }
        var opened = open(thread, message);
        thread.ticketOpen = false;
        thread.ticketClosed = Optional.of(written.occurredAt().at());
        return new Episode(opened, TicketPolicy.NEW, "imported");
    }

    private static TicketId open(ThreadState thread, MessageId message) {
        var opened = TicketId.of(thread.tenant, thread.id, message);
        thread.ticket = Optional.of(opened);
        thread.ticketOpen = true;
        thread.ticketClosed = Optional.empty();
        return opened;
    }

    /** The merchant began the conversation. */
    Optional<Episode> merchantBegan(ThreadState thread, MessageId message) {
        return thread.ticket.isPresent()
                ? merchantWrote(thread)
                : Optional.of(new Episode(open(thread, message), TicketPolicy.NEW, "merchant_wrote_first"));
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
