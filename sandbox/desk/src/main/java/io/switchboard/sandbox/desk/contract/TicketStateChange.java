package io.switchboard.sandbox.desk.contract;

import java.time.Instant;
import java.util.Optional;

/** A record of the topic {@code ticket-state}: what the core decided about a ticket. */
public record TicketStateChange(String ticketId, String threadId, String state, Optional<Instant> at) {

    public static final String CLOSED = "closed";
    public static final String REOPENED = "reopened";
}
