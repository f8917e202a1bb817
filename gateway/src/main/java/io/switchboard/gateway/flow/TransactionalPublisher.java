package io.switchboard.gateway.flow;

import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.json.CloudEventHeaders;
import io.switchboard.gateway.flow.Decided.Letter;
import io.switchboard.gateway.journal.KafkaClients;
import io.switchboard.gateway.journal.RecordCodec;
import io.switchboard.gateway.journal.Topics;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/**
 * Publishes a batch's events and moves its offsets in one Kafka transaction. One producer per polling thread, whose transactional
 * id is stable over restarts, so that a former process of the same name is fenced.
 */
@Component
class TransactionalPublisher {

    private final KafkaClients clients;
    private final FlowProperties properties;
    private final RecordCodec codec;
    private final Map<String, KafkaProducer<byte[], byte[]>> producers = new ConcurrentHashMap<>();

    TransactionalPublisher(KafkaClients clients, FlowProperties properties, RecordCodec codec) {
        this.clients = clients;
        this.properties = properties;
        this.codec = codec;
    }

    /**
     * Opens a thread's producer before its consumer subscribes: opened later, the dead predecessor's pending offsets hold the
     * consumer up until their transaction times out.
     */
    void prepare(String thread) {
        producers.computeIfAbsent(thread, this::open);
    }

    void publish(
            String thread,
            ConsumerGroupMetadata group,
            Decided decided,
            Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        var producer = producers.computeIfAbsent(thread, this::open);
        var committed = false;
        try {
            producer.beginTransaction();
            var sends = new ArrayList<Future<RecordMetadata>>();
            decided.events().forEach(event -> sends.add(producer.send(ticket(event))));
            decided.letters().forEach(letter -> sends.add(producer.send(letter(letter))));
            producer.flush();
            sends.forEach(TransactionalPublisher::requireSent);
            producer.sendOffsetsToTransaction(offsets, group);
            producer.commitTransaction();
            committed = true;
        } finally {
            if (!committed) {
                abort(thread, producer);
            }
        }
    }

    @PreDestroy
    void close() {
        producers.values().forEach(KafkaProducer::close);
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

    /**
     * {@code commitTransaction} would tell as well, but a producer that was fenced in between is stuck in {@code
     * sendOffsetsToTransaction} until that times out.
     */
    private static void requireSent(Future<RecordMetadata> send) {
        try {
            send.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while publishing", stopping);
        } catch (ExecutionException failed) {
            throw new KafkaException("a record of the transaction was not taken", failed.getCause());
        }
    }

    private KafkaProducer<byte[], byte[]> open(String thread) {
        return clients.transactional("switchboard-" + properties.instance() + "-" + thread);
    }

    private static ProducerRecord<byte[], byte[]> ticket(CloudEvent event) {
        var key = event.partitionKey().toString().getBytes(StandardCharsets.US_ASCII);
        var ticket = new ProducerRecord<byte[], byte[]>(Topics.TICKETS, key, EventSize.written(event));
        CloudEventHeaders.of(event)
                .forEach((name, value) -> ticket.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return ticket;
    }

    private ProducerRecord<byte[], byte[]> letter(Letter letter) {
        return codec.letter(letter.topic(), letter.entry(), letter.reason());
    }
}
