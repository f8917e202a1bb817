package io.switchboard.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A client that answers late or never, as Kafka's does while it waits for its producer id. */
class KafkaLogTest {

    private final MockProducer<byte[], byte[]> silent =
            new MockProducer<>(false, new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaLog kafka = new KafkaLog(silent, properties(), new SimpleMeterRegistry());
    private final List<String> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void whoever_waits_is_told_in_time_and_once() {
        send();
        await().atMost(Duration.ofSeconds(5)).until(() -> told.size() == 1);
        assertThat(told).containsExactly("refused");
        assertThat(kafka.inFlightBytes())
                .as("it still lies in the client's memory")
                .isEqualTo(3);

        silent.completeNext();
        assertThat(told).containsExactly("refused");
        assertThat(kafka.inFlightBytes()).isZero();
    }

    @Test
    void an_answer_in_time_is_the_only_one() {
        send();
        silent.completeNext();
        send();
        silent.errorNext(new IllegalStateException("no"));

        assertThat(told).containsExactly("taken", "refused");
        send();
        await().atMost(Duration.ofSeconds(5)).until(() -> told.size() == 3);
        assertThat(told).containsExactly("taken", "refused", "refused");
    }

    private void send() {
        kafka.send(new ProducerRecord<>("deliveries.x", new byte[] {1, 2, 3}), new KafkaLog.Sent() {
            @Override
            public void taken() {
                told.add("taken");
            }

            @Override
            public void refused(Exception why) {
                told.add("refused");
            }
        });
    }

    private static JournalProperties properties() {
        return new JournalProperties(
                "127.0.0.1:1",
                Duration.ofMillis(200),
                DataSize.ofKilobytes(256),
                Path.of("blobs"),
                DataSize.ofMegabytes(8),
                Duration.ofMillis(500),
                true,
                1,
                (short) 1);
    }
}
