package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;

/**
 * What the gateway proposes; the helpdesk core disposes.
 *
 * @param reason the rule that led there, such as {@code no_open_ticket}, {@code open_ticket}, {@code
 *     closed_within_reopen_window}
 * @param suggestedMergeWith tickets of conversations this one may belong to; with {@code suggest_merge}
 * @param subject a subject to propose, where the channel has one
 */
public record Ticket(
        TicketId ticketId,
        TicketPolicy policy,
        String reason,
        Optional<String> subject,
        List<TicketId> suggestedMergeWith) {

    public Ticket {
        suggestedMergeWith = List.copyOf(suggestedMergeWith);
    }

    @Override
    public String toString() {
        return "Ticket[" + ticketId + ", " + policy + "]";
    }
}
