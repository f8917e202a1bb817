package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a thread's tickets are open. The topics {@code tickets} and {@code ticket-state} have no common order, so the latest
 * word by time stands, in whatever order the two were read. Not safe for use by many threads.
 */
final class TicketStates {

    private final Map<String, Word> latest = new HashMap<>();
    private @Nullable Ticket current;

    void proposed(Ticket ticket, Instant at) {
        current = ticket;
        if (ticket.opens() || !latest.containsKey(ticket.ticketId())) {
            said(ticket.ticketId(), false, at);
        }
    }

    void said(String ticketId, boolean closed, Instant at) {
        latest.merge(
                ticketId, new Word(closed, at), (known, other) -> other.at().isBefore(known.at()) ? known : other);
    }

    Optional<Episode> current() {
        return Optional.ofNullable(current).map(ticket -> {
            var word = latest.getOrDefault(ticket.ticketId(), new Word(false, Instant.EPOCH));
            return new Episode(ticket, word.closed(), word.at());
        });
    }

    private record Word(boolean closed, Instant at) {}
}
