package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.KafkaClients;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes first and moves the offsets afterwards: a crash in between publishes again, with the same CloudEvents ids. For
 * consumers that deduplicate anyway, and to measure what transactions cost.
 */
final class AtLeastOncePublisher implements Publisher, AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final DecidedRecords records;

    AtLeastOncePublisher(KafkaClients clients, DecidedRecords records) {
        this.producer = clients.idempotent();
        this.records = records;
    }

    @Override
    public void prepare(String thread) {
        // One producer serves every thread.
    }

    @Override
    public void publish(
            String thread, Consumer<?, ?> consumer, Decided decided, Map<TopicPartition, OffsetAndMetadata> offsets) {
        records.send(producer, decided);
        consumer.commitSync(offsets);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
