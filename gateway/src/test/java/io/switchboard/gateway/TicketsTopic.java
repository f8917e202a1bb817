package io.switchboard.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A plain consumer of committed records on {@code tickets}, reading along from the beginning. */
public final class TicketsTopic {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Event> EVENTS = new CopyOnWriteArrayList<>();

    static {
        Hub.url("");
        Thread.ofPlatform().daemon().name("tickets-reader").start(TicketsTopic::read);
    }

    private TicketsTopic() {}

    /** One record as a consumer sees it. */
    public record Event(String key, Map<String, String> headers, JsonNode value) {

        public String type() {
            return headers.getOrDefault("ce_type", "")
                    .replace("io.switchboard.", "")
                    .replace(".v1", "");
        }

        public long sequence() {
            return Long.parseLong(headers.getOrDefault("ce_sequence", "-1"));
        }

        public JsonNode at(String pointer) {
            return value.at(pointer);
        }
    }

    /** All events of a connection so far. */
    public static List<Event> of(ConnectionRef connection) {
        var source = "/t/" + connection.tenant() + "/c/" + connection.id();
        return EVENTS.stream()
                .filter(event -> source.equals(event.headers().get("ce_source")))
                .toList();
    }

    /** Waits until the connection has at least so many events. */
    public static List<Event> await(ConnectionRef connection, int count) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> of(connection).size() >= count);
        return of(connection);
    }

    private static void read() {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestInfrastructure.kafka().bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("tickets").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> EVENTS.add(event(found)));
            }
        }
    }

    private static Event event(ConsumerRecord<byte[], byte[]> found) {
        var headers = new java.util.TreeMap<String, String>();
        found.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        try {
            return new Event(new String(found.key(), StandardCharsets.UTF_8), headers, JSON.readTree(found.value()));
        } catch (IOException noJson) {
            throw new java.io.UncheckedIOException(noJson);
        }
    }
}
