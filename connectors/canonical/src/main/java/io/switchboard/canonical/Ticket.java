package io.switchboard.canonical;

import java.util.Optional;

/**
 * What the gateway proposes; the helpdesk core disposes.
 *
 * @param reason the rule that led there, such as {@code no_open_ticket}, {@code open_ticket}, {@code closed_within_reopen_window}
 */
public record Ticket(TicketId ticketId, TicketPolicy policy, String reason, Optional<String> subject) {

    @Override
    public String toString() {
        return "Ticket[" + ticketId + ", " + policy + "]";
    }
}
