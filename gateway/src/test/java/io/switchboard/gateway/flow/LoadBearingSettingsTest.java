package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.canonical.TenantId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.GatewayApplication;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.WhatsAppJson;
import io.switchboard.gateway.connections.ConnectionProvisioning;
import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.journal.Offsets;
import io.switchboard.gateway.journal.Topics;
import io.switchboard.sandbox.infrastructure.KafkaBroker;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What {@code InboundFlow} and its publishers are set to, and what happens without it. Each setting named here was taken out
 * once and seen to fail: {@code breakOnFirstError}, {@code autoCommitEnable}, {@code isolationLevel}, offsets of the whole batch,
 * producers opened before their consumers.
 */
class LoadBearingSettingsTest {

    private static final int CONNECTIONS = 12;
    private static final int MESSAGES = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static KafkaBroker broker;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() throws IOException {
        broker = KafkaBroker.start(folder.resolve("kafka"), 0, 0);
        var database = TestInfrastructure.freshDatabase();
        application = new SpringApplicationBuilder(GatewayApplication.class)
                .sources(Failing.class)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.user(),
                        "--switchboard.journal.bootstrap-servers=" + broker.bootstrapServers(),
                        "--switchboard.journal.blobs=" + folder.resolve("blobs"),
                        "--switchboard.connections.key-file=" + folder.resolve("keyset.json"),
                        "--switchboard.connections.create-key=true",
                        "--switchboard.flow.consumers=2",
                        // Some records are decided at the first attempt and take the slow way at the second.
                        "--switchboard.slow-lane.per-second=40",
                        "--switchboard.slow-lane.burst=40",
                        "--switchboard.edge.port=-1",
                        "--switchboard.edge.drain=0s",
                        "--switchboard.intake.smtp.port=0");
    }

    @AfterAll
    static void stop() {
        application.close();
        broker.close();
    }

    @Test
    void batches_that_fail_between_deciding_and_publishing_are_read_again() throws Exception {
        var connections = new ArrayList<ConnectionRef>();
        for (var i = 0; i < CONNECTIONS; i++) {
            connections.add(connect("again-" + i));
        }
        for (var message = 1; message <= MESSAGES; message++) {
            for (var connection : connections) {
                post(connection, "wamid." + connection.name() + "." + message, Integer.toString(message));
            }
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> texts(connections).values().stream().allMatch(texts -> texts.size() >= MESSAGES));

        var expected = java.util.stream.IntStream.rangeClosed(1, MESSAGES)
                .mapToObj(Integer::toString)
                .toList();
        assertThat(texts(connections))
                .allSatisfy((connection, texts) -> assertThat(texts).containsExactlyElementsOf(expected));
        assertThat(Failing.FAILURES.get()).isGreaterThan(3);
        assertThat(Failing.OPENED_LATE).isEmpty();
        await().untilAsserted(() -> assertThat(lag()).isZero());
    }

    @Test
    void what_an_aborted_transaction_left_in_the_journal_is_nobodys_delivery() throws Exception {
        var connection = connect("aborted");
        post(connection, "wamid.aborted.1", "first");
        await().until(() -> texts(connection).size() == 1);

        abort(connection, Topics.deliveries("whatsapp"));
        abort(connection, Topics.bulk("whatsapp"));
        post(connection, "wamid.aborted.2", "second");

        await().until(() -> texts(connection).size() >= 2);
        assertThat(texts(connection)).containsExactly("first", "second");
        assertThat(letters()).isZero();
    }

    /** A record as a drainer or a batch leaves it that died before its commit. */
    private static void abort(ConnectionRef connection, String topic) throws Exception {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test-aborted");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, bytes(connection.id().toString()), bytes("{}")))
                    .get();
            producer.abortTransaction();
        }
    }

    private static long lag() throws JournalUnavailableException {
        var offsets = application.getBean(Offsets.class);
        var committed = offsets.committed(FlowProperties.group("whatsapp"));
        return offsets.ends(Topics.deliveries("whatsapp")).entrySet().stream()
                .filter(end -> end.getValue() > 0)
                // The mark of the aborted transaction is a record behind the last one.
                .filter(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L) > 2)
                .count();
    }

    private static Map<ConnectionRef, List<String>> texts(List<ConnectionRef> connections) throws IOException {
        var byId = new HashMap<String, List<String>>();
        for (var value : committed(Topics.TICKETS)) {
            var event = new com.fasterxml.jackson.databind.ObjectMapper().readTree(value);
            byId.computeIfAbsent(event.at("/thread/connectionId").asText(), absent -> new ArrayList<>())
                    .add(event.at("/message/textPlain").asText());
        }
        var texts = new HashMap<ConnectionRef, List<String>>();
        connections.forEach(c -> texts.put(c, byId.getOrDefault(c.id().toString(), List.of())));
        return texts;
    }

    private static List<String> texts(ConnectionRef connection) throws IOException {
        return texts(List.of(connection)).getOrDefault(connection, List.of());
    }

    private static int letters() {
        return committed(Topics.INVALID).size() + committed(Topics.DEAD).size();
    }

    private static List<byte[]> committed(String topic) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        var values = new ArrayList<byte[]>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> values.add(found.value()));
            }
        }
        return values;
    }

    private static ConnectionRef connect(String name) {
        var provisioning = application.getBean(ConnectionProvisioning.class);
        var ref = provisioning.connect(
                new TenantId("test"),
                "whatsapp",
                name,
                "pn-" + name,
                Map.of(),
                Map.of("app_secret", Secret.of(Hub.SECRET)));
        provisioning.publish();
        return ref;
    }

    private static void post(ConnectionRef connection, String wamid, String text) throws Exception {
        var body = bytes(WhatsAppJson.messages(
                connection.account(), WhatsAppJson.text(wamid, "4915100000001", 1_767_225_600, text)));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + application.getEnvironment().getProperty("local.server.port") + "/hooks/whatsapp/"
                        + connection.name()))
                .header("X-Hub-Signature-256", Hub.signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        assertThat(HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Fails every third batch after PostgreSQL has committed it and before Kafka has seen it. */
    static final class Failing implements BeanPostProcessor {

        private static final AtomicInteger BATCHES = new AtomicInteger();
        private static final AtomicInteger FAILURES = new AtomicInteger();
        private static final Set<String> PREPARED = ConcurrentHashMap.newKeySet();
        private static final Set<String> OPENED_LATE = ConcurrentHashMap.newKeySet();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Publisher publisher ? new Flaky(publisher) : bean;
        }

        private record Flaky(Publisher publisher) implements Publisher {

            @Override
            public void prepare(String thread) {
                PREPARED.add(thread);
                publisher.prepare(thread);
            }

            @Override
            public void publish(
                    String thread,
                    Consumer<?, ?> consumer,
                    Decided decided,
                    Map<TopicPartition, OffsetAndMetadata> offsets) {
                if (!PREPARED.contains(thread)) {
                    OPENED_LATE.add(thread);
                }
                if (BATCHES.incrementAndGet() % 3 == 0) {
                    FAILURES.incrementAndGet();
                    throw new KafkaException("injected between PostgreSQL's commit and Kafka");
                }
                publisher.publish(thread, consumer, decided, offsets);
            }
        }
    }
}
