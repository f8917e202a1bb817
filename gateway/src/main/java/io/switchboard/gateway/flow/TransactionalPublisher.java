package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes a batch's events and moves its offsets in one Kafka transaction. One producer per polling thread, whose transactional
 * id is stable over restarts, so that a former process of the same name is fenced.
 */
final class TransactionalPublisher implements Publisher, AutoCloseable {

    private final KafkaClients clients;
    private final String instance;
    private final DecidedRecords records;
    private final Map<String, KafkaProducer<byte[], byte[]>> producers = new ConcurrentHashMap<>();

    TransactionalPublisher(KafkaClients clients, String instance, DecidedRecords records) {
        this.clients = clients;
        this.instance = instance;
        this.records = records;
    }

    /**
     * Opens a thread's producer before its consumer subscribes: opened later, the dead predecessor's pending offsets hold the
     * consumer up until their transaction times out.
     */
    @Override
    public void prepare(String thread) {
        producers.computeIfAbsent(thread, this::open);
    }

    @Override
    public void publish(
            String thread, Consumer<?, ?> consumer, Decided decided, Map<TopicPartition, OffsetAndMetadata> offsets) {
        var producer = producers.computeIfAbsent(thread, this::open);
        var committed = false;
        try {
            producer.beginTransaction();
            records.send(producer, decided);
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
            committed = true;
        } finally {
            if (!committed) {
                abort(thread, producer);
            }
        }
    }

    @Override
    public void close() {
        producers.values().forEach(producer -> producer.close(Duration.ofSeconds(5)));
    }

    private void abort(String thread, KafkaProducer<byte[], byte[]> producer) {
        try {
            producer.abortTransaction();
        } catch (RuntimeException fenced) {
            // The failure that led here is on its way up; this producer is of no more use.
            producers.remove(thread, producer);
            producer.close(Duration.ZERO);
        }
    }

    private KafkaProducer<byte[], byte[]> open(String thread) {
        return clients.transactional("switchboard-" + instance + "-" + thread);
    }
}
