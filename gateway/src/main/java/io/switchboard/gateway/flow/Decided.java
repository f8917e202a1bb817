package io.switchboard.gateway.flow;

import io.switchboard.canonical.CloudEvent;
import io.switchboard.gateway.journal.JournalEntry;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a batch comes to, ready to be published.
 *
 * @param diverted what takes the slow way, undecided
 */
record Decided(List<CloudEvent> events, List<Letter> letters, List<ProducerRecord<byte[], byte[]>> diverted) {

    static final Decided NOTHING = new Decided(List.of(), List.of());

    Decided(List<CloudEvent> events, List<Letter> letters) {
        this(events, letters, List.of());
    }

    Decided and(List<ProducerRecord<byte[], byte[]>> diverted) {
        return new Decided(events, letters, diverted);
    }

    /** A delivery for the Invalid Message Channel or the Dead Letter Channel. */
    record Letter(String topic, JournalEntry entry, String reason) {}
}
