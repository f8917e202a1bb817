package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Body;
import io.switchboard.sandbox.desk.contract.Capability;
import io.switchboard.sandbox.desk.contract.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A thread as the desk knows it at one moment.
 *
 * @param entries oldest first
 * @param forgotten how many older entries are not kept
 * @param unanswered how many messages of the customer nobody has answered or looked at
 * @param missingEvents how many events the numbering says there are that never came
 */
public record Conversation(
        String threadId,
        Body.ThreadPlace place,
        Optional<Customer> customer,
        Optional<Episode> episode,
        Optional<Capability> capability,
        List<Entry> entries,
        int forgotten,
        int unanswered,
        int missingEvents,
        Instant lastAt) {

    public Conversation {
        entries = List.copyOf(entries);
    }

    /** A shop's resource and what happened to it, rather than people talking. */
    public boolean isCommerce() {
        return place.channel().equals("commerce");
    }

    public boolean hasMessages() {
        return entries.stream().anyMatch(MessageEntry.class::isInstance);
    }

    public boolean isClosed() {
        return episode.filter(Episode::closed).isPresent();
    }

    @Override
    public String toString() {
        return "Conversation[" + threadId + "]";
    }
}
