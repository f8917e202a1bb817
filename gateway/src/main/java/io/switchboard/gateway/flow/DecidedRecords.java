package io.switchboard.gateway.flow;

import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.json.CloudEventHeaders;
import io.switchboard.gateway.journal.RecordCodec;
import io.switchboard.gateway.journal.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Component;

/** What was decided, as Kafka records: events for {@code tickets}, letters for their channels, the rest for the slow way. */
@Component
class DecidedRecords {

    private final RecordCodec codec;

    DecidedRecords(RecordCodec codec) {
        this.codec = codec;
    }

    /** Sends all of it and returns when Kafka has all of it. */
    void send(Producer<byte[], byte[]> producer, Decided decided) {
        var sends = new ArrayList<Future<RecordMetadata>>();
        decided.events().forEach(event -> sends.add(producer.send(ticket(event))));
        decided.letters()
                .forEach(letter ->
                        sends.add(producer.send(codec.letter(letter.topic(), letter.entry(), letter.reason()))));
        decided.diverted().forEach(record -> sends.add(producer.send(record)));
        producer.flush();
        requireSent(sends);
    }

    /**
     * {@code commitTransaction} would tell as well, but a producer that was fenced in between is stuck in {@code
     * sendOffsetsToTransaction} until that times out.
     */
    private static void requireSent(List<Future<RecordMetadata>> sends) {
        for (var send : sends) {
            try {
                send.get();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new KafkaException("stopped while publishing", stopping);
            } catch (ExecutionException failed) {
                throw new KafkaException("a record of the batch was not taken", failed.getCause());
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> ticket(CloudEvent event) {
        var key = event.partitionKey().toString().getBytes(StandardCharsets.US_ASCII);
        var ticket = new ProducerRecord<byte[], byte[]>(Topics.TICKETS, key, EventSize.written(event));
        CloudEventHeaders.of(event)
                .forEach((name, value) -> ticket.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return ticket;
    }
}
