package io.switchboard.gateway.flow;

import io.switchboard.canonical.CloudEvent;
import io.switchboard.gateway.journal.JournalEntry;
import java.util.List;

/** What a batch comes to, ready to be published. */
record Decided(List<CloudEvent> events, List<Letter> letters) {

    /** A delivery for the Invalid Message Channel or the Dead Letter Channel. */
    record Letter(String topic, JournalEntry entry, String reason) {}
}
