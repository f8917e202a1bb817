package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.JournalRecord;
import io.switchboard.gateway.journal.SlowPosition;
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
 * <p>A successor does not know what its predecessor sent there. It is told by the committed offset's metadata ({@link LaneState}) that there
 * was something at all; then everything of the partition takes the slow way until the first record it sent there itself has come
 * back, and with it, since the way is a queue, everything before.
 */
final class SlowLane {

    private static final Turn NOW = new Turn.Now();
    private static final Turn NEVER = new Turn.Never();

    private final Predicate<String> shares;
    private final Map<TopicPartition, Waiting> partitions = new HashMap<>();
    private String reader = "";
    private long tickets;

    /** @param shares whether a tenant's share has room for one more record, which then is taken */
    SlowLane(Predicate<String> shares) {
        this.shares = shares;
    }

    /** What becomes of a record. */
    sealed interface Turn {

        /** It goes on. */
        record Now() implements Turn {}

        /** It waits. */
        record Later(ProducerRecord<byte[], byte[]> slow) implements Turn {}

        /** It was brought back twice, or before one that is missing and will be brought first. It is not wanted here. */
        record Never() implements Turn {}
    }

    /** What of one partition is on the slow way. */
    private static final class Waiting {

        /** Somebody else's records, of connections nobody knows. */
        private boolean unknown;

        /** By connection the number of the last ticket. */
        private final Map<String, Long> connections = new HashMap<>();

        private Optional<SlowPosition> last = Optional.empty();

        private LaneState state() {
            return new LaneState(unknown || !connections.isEmpty(), last);
        }

        private void begin(LaneState state) {
            unknown = state.occupied();
            last = state.last();
        }
    }

    /** The group has changed, or a batch failed: begins with what was committed. */
    void begin(Map<TopicPartition, Optional<OffsetAndMetadata>> committed) {
        reader = UUID.randomUUID().toString();
        partitions.clear();
        committed.forEach((partition, offset) -> of(partition)
                .begin(offset.map(at -> LaneState.parse(at.metadata())).orElse(LaneState.UNTOUCHED)));
    }

    /** To be asked for every record, in their order. */
    Turn turn(TopicPartition partition, JournalRecord record) {
        var waiting = of(partition);
        var carried = record.carried();
        if (carried.isPresent() && !carried.get().isNext(waiting.last)) {
            return NEVER;
        }
        carried.ifPresent(returning -> waiting.last = Optional.of(returning.from()));
        var ticket = record.slowTicket();
        if (ticket.isPresent()) {
            back(waiting, record.connection(), ticket.get());
            return NOW;
        }
        // What we did ourselves is little, and somebody watches for it.
        if (record.isReport() || !mustWait(waiting, record)) {
            return NOW;
        }
        var next = ++tickets;
        waiting.connections.put(record.connection(), next);
        return new Turn.Later(record.slow(new SlowTicket(reader, next)));
    }

    /** What to commit with a partition's offset. */
    LaneState state(TopicPartition partition) {
        return of(partition).state();
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
