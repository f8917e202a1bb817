package io.switchboard.canonical;

import java.time.Instant;
import java.util.Optional;

/**
 * What the helpdesk core tells on the topic {@code ticket-state}, so that the gateway's next proposal is right.
 *
 * @param threadId the conversation whose next message is concerned, and the record's key
 * @param at when it happened; an older change never undoes a newer one
 * @param intoTicketId the ticket that goes on, when tickets were merged or split
 */
public record TicketStateChange(
        TicketId ticketId, ThreadId threadId, TicketState state, Instant at, Optional<TicketId> intoTicketId) {}
