package io.switchboard.sandbox.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.bench.Merchant;
import io.switchboard.sandbox.bench.load.Kind;
import io.switchboard.sandbox.bench.load.Manifest;
import io.switchboard.sandbox.bench.load.Mix;
import io.switchboard.sandbox.bench.load.OpenLoop;
import io.switchboard.sandbox.bench.load.Signing;
import io.switchboard.sandbox.bench.load.Target;
import io.switchboard.sandbox.bench.load.Writer;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import io.switchboard.sandbox.infrastructure.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FloorServerTest {

    private final String topic = "floor-" + UUID.randomUUID();
    private FloorServer floor;

    @BeforeEach
    void start() throws IOException {
        var kafka = TestInfrastructure.kafka();
        kafka.createTopics(List.of(Topic.of(topic, 1)));
        floor = FloorServer.start(kafka.bootstrapServers(), topic, 3, 0);
    }

    @AfterEach
    void stop() {
        floor.close();
    }

    @Test
    void what_it_acknowledges_is_in_kafka_by_connection() {
        try (var load =
                new OpenLoop(Target.floor(address()), Mix.of(Kind.SHOPIFY, 3, 5, 1), Manifest.at(Instant.now()))) {

            var result = load.run(200, Duration.ofSeconds(1));

            assertThat(result.complete()).isTrue();
        }
        assertThat(records()).hasSize(200);
    }

    @Test
    void keeps_the_bytes_as_they_came() throws Exception {
        var writer = new Writer("0000000a", 1, Signing.FLOOR);
        var written = writer.write(writer.next(Kind.SHOPIFY, new Merchant(2), 1, 0));

        assertThat(post(written.request())).isEqualTo(200);
        assertThat(records())
                .containsExactly(Map.entry(
                        "merchant-2-shopify",
                        text(written.request())
                                .substring(text(written.request()).indexOf("\r\n\r\n") + 4)));
    }

    @Test
    void refuses_what_is_signed_by_somebody_else() throws Exception {
        var writer = new Writer("0000000a", 1, Signing.FLOOR);
        var written = writer.write(writer.next(Kind.SHOPIFY, new Merchant(2), 1, 0));
        var changed = text(written.request()).replace("Leipzig", "Dresden").getBytes(StandardCharsets.ISO_8859_1);
        var unsigned = text(written.request()).replace("sha256=", "sha256=zz").getBytes(StandardCharsets.ISO_8859_1);
        var toNobody =
                text(written.request()).replace("merchant-2-", "merchant-9-").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(post(changed)).isEqualTo(401);
        assertThat(post(unsigned)).isEqualTo(401);
        assertThat(post(toNobody)).isEqualTo(404);
        assertThat(records()).isEmpty();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + floor.port());
    }

    /** By another client than the load's. */
    private int post(byte[] raw) throws IOException, InterruptedException {
        var bodyAt = text(raw).indexOf("\r\n\r\n") + 4;
        var head = text(raw).substring(0, bodyAt).lines().toList();
        var path = head.getFirst().substring("POST ".length(), head.getFirst().lastIndexOf(' '));
        var request = HttpRequest.newBuilder(address().resolve(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(raw, bodyAt, raw.length - bodyAt));
        head.stream()
                .filter(line -> line.startsWith("X-"))
                .forEach(line ->
                        request.header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private List<Map.Entry<String, String>> records() {
        var records = new java.util.ArrayList<Map.Entry<String, String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestInfrastructure.kafka().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(kafka -> records.add(Map.entry(text(kafka.key()), text(kafka.value()))));
            }
        }
        return records;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
