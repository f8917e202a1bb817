package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.JournalRecord;
import io.switchboard.gateway.journal.SlowTicket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Fair share on one polling thread: which records go on now, and which take the slow way, {@code deliveries.<connector>.bulk}, from
 * where {@link BulkFlow} brings them back behind whatever came in the meantime.
 *
 * <p>Only the reader of a partition decides, so that two gateways cannot disagree, and nothing overtakes: as long as a connection has
 * something on the slow way, whatever else it sends goes there, too. What goes there carries a numbered ticket; the connection is back
 * when the last one it was given has come back.
 *
 * <p>A successor does not know what its predecessor sent there. It is told by the committed offset's metadata that there was
 * something at all; then everything of the partition takes the slow way until the first record it sent there itself has come
 * back, and with it, since the way is a queue, everything before.
 */
final class SlowLane {

    /** Metadata of a committed offset: of what comes before it, something is on the slow way. */
    static final String OCCUPIED = "slow-lane";

    private static final String FREE = "";

    private final Predicate<String> shares;
    private final Map<TopicPartition, Waiting> partitions = new HashMap<>();
    private String reader = "";
    private long tickets;

    /** @param shares whether a tenant's share has room for one more record, which then is taken */
    SlowLane(Predicate<String> shares) {
        this.shares = shares;
    }

    /** What of one partition is on the slow way. */
    private static final class Waiting {

        /** Somebody else's records, of connections nobody knows. */
        private boolean unknown;

        /** By connection the number of the last ticket. */
        private final Map<String, Long> connections = new HashMap<>();

        private boolean isEmpty() {
            return !unknown && connections.isEmpty();
        }
    }

    /** The group has changed, or a batch failed: begins with what was committed. */
    void begin(Map<TopicPartition, Optional<OffsetAndMetadata>> committed) {
        reader = UUID.randomUUID().toString();
        partitions.clear();
        committed.forEach((partition, offset) -> of(partition).unknown =
                offset.filter(at -> at.metadata().equals(OCCUPIED)).isPresent());
    }

    /** The record for the slow way, when it must take it. To be asked for every record, in their order. */
    Optional<ProducerRecord<byte[], byte[]>> divert(TopicPartition partition, JournalRecord record) {
        var waiting = of(partition);
        var ticket = record.slowTicket();
        if (ticket.isPresent()) {
            back(waiting, record.connection(), ticket.get());
            return Optional.empty();
        }
        // What we did ourselves is little, and somebody watches for it.
        if (record.isReport() || !mustWait(waiting, record)) {
            return Optional.empty();
        }
        var next = ++tickets;
        waiting.connections.put(record.connection(), next);
        return Optional.of(record.slow(new SlowTicket(reader, next)));
    }

    /** What to commit with a partition's offset. */
    String metadata(TopicPartition partition) {
        return of(partition).isEmpty() ? FREE : OCCUPIED;
    }

    private boolean mustWait(Waiting waiting, JournalRecord record) {
        return waiting.unknown || waiting.connections.containsKey(record.connection()) || !shares.test(record.tenant());
    }

    private void back(Waiting waiting, String connection, SlowTicket ticket) {
        if (ticket.reader().equals(reader)) {
            waiting.unknown = false;
            waiting.connections.remove(connection, ticket.number());
        }
    }

    private Waiting of(TopicPartition partition) {
        return partitions.computeIfAbsent(partition, absent -> new Waiting());
    }
}
