package io.switchboard.gateway.flow;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which record of each partition comes next on one polling thread. Camel collects records over several polls, and a rebalance
 * in one of them makes the consumer begin again from what was committed: records then come twice, or come although their
 * partition went to a peer in the meantime and came back. Such a copy has the same position as the first, so that the inbox
 * would take it for a replay after a crash and tell it again.
 */
final class NextOffsets {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<TopicPartition, Long> next = new HashMap<>();
    private String member = "";

    /**
     * Learns from Kafka what was committed, when the group has changed since the last batch or that one failed.
     *
     * @return by partition; empty when it learned nothing
     */
    Map<TopicPartition, Optional<OffsetAndMetadata>> follow(Consumer<?, ?> consumer) {
        var group = consumer.groupMetadata();
        var now = group.memberId() + "/" + group.generationId();
        var committed = new HashMap<TopicPartition, Optional<OffsetAndMetadata>>();
        if (!now.equals(member)) {
            next.clear();
            consumer.committed(consumer.assignment(), PATIENCE)
                    // Kafka tells null of a partition nothing was ever committed of.
                    .forEach((partition, offset) -> committed.put(partition, Optional.ofNullable(offset)));
            committed.forEach((partition, offset) -> offset.ifPresent(at -> next.put(partition, at.offset())));
            member = now;
        }
        return committed;
    }

    /** Whether the record is one that was not taken before; then it is taken now. */
    boolean takes(TopicPartition partition, long offset) {
        if (offset < next.getOrDefault(partition, 0L)) {
            return false;
        }
        next.put(partition, offset + 1);
        return true;
    }

    /** The batch failed: whatever of it was taken will be read again. */
    void forget() {
        member = "";
    }
}
