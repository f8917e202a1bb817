package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.Carried;
import io.switchboard.gateway.journal.SlowPosition;
import io.switchboard.gateway.journal.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings records of the slow way back: sends, and commits when all is sent. After a failure somebody sends some of them again, from what
 * was committed; each says which record was before it, so that its reader takes each once and in order ({@link Carried}). Not a Kafka
 * transaction: while one is open, readers of committed records see nothing of what anybody else wrote behind it.
 */
final class BulkCarrier implements ConsumerRebalanceListener {

    private final Map<String, String> topicIds;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Map<TopicPartition, Long> last = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    /** @param topicIds by topic, of all it may bring records from */
    BulkCarrier(Map<String, String> topicIds, Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
        this.topicIds = topicIds;
        this.consumer = consumer;
        this.producer = producer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.committed(Set.copyOf(partitions)).forEach((partition, offset) -> {
            var known = Optional.ofNullable(offset);
            committed.put(partition, known.map(OffsetAndMetadata::offset).orElse(0L));
            last.put(
                    partition,
                    known.map(at -> previous(partition, at.metadata())).orElse(Carried.NONE));
        });
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        last.keySet().removeAll(partitions);
        committed.keySet().removeAll(partitions);
    }

    /**
     * Returns when all of them are in the journal, and this is committed.
     *
     * @throws ExecutionException when one was not sent; whether others were, nobody knows
     */
    void carry(ConsumerRecords<byte[], byte[]> records) throws ExecutionException, InterruptedException {
        var sends = new ArrayList<Future<RecordMetadata>>();
        for (var partition : records.partitions()) {
            for (var record : records.records(partition)) {
                var first = previous(partition) == Carried.NONE;
                var send = producer.send(onward(record));
                if (first) {
                    // Its reader has nothing to compare the first with. So nothing is sent that could come before it.
                    producer.flush();
                    send.get();
                }
                sends.add(send);
            }
        }
        producer.flush();
        for (var send : sends) {
            send.get();
        }
        commit(records.partitions());
    }

    /** Behind the last record there may be the mark of its transaction: whoever waits for the end must see it passed. */
    void commitPositions() {
        var moved = consumer.assignment().stream()
                .filter(partition -> committed.getOrDefault(partition, 0L) < consumer.position(partition))
                .toList();
        if (!moved.isEmpty()) {
            commit(moved);
        }
    }

    private void commit(Collection<TopicPartition> partitions) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var position = new SlowPosition(topicId(partition), previous(partition));
            offsets.put(partition, new OffsetAndMetadata(consumer.position(partition), position.toString()));
        }
        consumer.commitSync(offsets);
        offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }

    private ProducerRecord<byte[], byte[]> onward(ConsumerRecord<byte[], byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var carried = new Carried(new SlowPosition(topicId(partition), record.offset()), previous(partition));
        last.put(partition, record.offset());
        var onward = new ProducerRecord<>(
                Topics.behind(record.topic()),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
        carried.addTo(onward.headers());
        return onward;
    }

    private long previous(TopicPartition partition) {
        return last.getOrDefault(partition, Carried.NONE);
    }

    private long previous(TopicPartition partition, String metadata) {
        if (metadata.isEmpty()) {
            return Carried.NONE;
        }
        var committed = SlowPosition.parse(metadata);
        return committed.topicId().equals(topicId(partition)) ? committed.offset() : Carried.NONE;
    }

    private String topicId(TopicPartition partition) {
        return Objects.requireNonNull(topicIds.get(partition.topic()));
    }
}
