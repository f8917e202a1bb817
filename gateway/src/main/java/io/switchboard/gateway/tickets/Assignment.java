package io.switchboard.gateway.tickets;

import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadMatch;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.TicketPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What was decided about an event when it was claimed. Stored with the claim; a replay reads it instead of deciding again.
 *
 * @param refersTo our id of the message the event is about or answers, if it was known
 */
record Assignment(
        ThreadId thread,
        long seq,
        boolean late,
        ThreadMatch match,
        Optional<MessageId> message,
        Optional<Episode> episode,
        Optional<CustomerId> customer,
        Optional<ReceiptState> furthest,
        int revision,
        Optional<MessageId> refersTo) {

    /**
     * The support episode a message belongs to.
     *
     * @param mergeWith tickets it may belong to instead
     */
    record Episode(TicketId ticket, TicketPolicy policy, String reason, List<TicketId> mergeWith) {

        Episode {
            mergeWith = List.copyOf(mergeWith);
        }

        Episode(TicketId ticket, TicketPolicy policy, String reason) {
            this(ticket, policy, reason, List.of());
        }
    }
}
