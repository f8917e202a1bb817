package io.switchboard.gateway.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.sandbox.infrastructure.Database;
import io.switchboard.sandbox.infrastructure.KafkaBroker;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.util.unit.DataSize;

/** Kafka goes away under the journal and comes back. */
@SuppressWarnings("NullAway.Init")
class SpoolTest {

    private static final String TOPIC = Topics.deliveries("whatsapp");
    private static final ConnectionRef ADA = connection("ada");
    private static final ConnectionRef GRACE = connection("grace");

    @TempDir
    private Path folder;

    private Database database;
    private KafkaBroker broker;
    private int port;

    @BeforeEach
    void start() throws IOException, ExecutionException, InterruptedException {
        database = TestInfrastructure.freshDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), "")
                .load()
                .migrate();
        broker = KafkaBroker.start(folder.resolve("kafka"), 0, 0);
        port = Integer.parseInt(broker.bootstrapServers().split(":", 2)[1]);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(TOPIC, 2, (short) 1), new NewTopic(Topics.bulk("whatsapp"), 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void what_kafka_does_not_take_waits_and_goes_on_in_order() throws Exception {
        try (var process = new JournalOfAProcess(DataSize.ofMegabytes(10))) {
            process.append(1, 5);
            broker.close();
            process.append(6, 15);
            assertThat(process.spool.holds(ADA.id())).isTrue();
            assertThat(process.spool.look().records()).containsOnlyKeys(ADA.id(), GRACE.id());

            broker = KafkaBroker.start(folder.resolve("kafka"), port, 0);
            process.append(16, 25);

            await().until(() -> process.spool.look().total() == 0);
            process.append(26, 30);
            assertThat(journal(ADA)).containsExactlyElementsOf(numbers(1, 30));
            assertThat(journal(GRACE)).containsExactlyElementsOf(numbers(1, 30));
        }
    }

    @Test
    void what_a_former_process_left_behind_is_not_overtaken() throws Exception {
        try (var former = new JournalOfAProcess(DataSize.ofMegabytes(10))) {
            former.append(1, 2);
            broker.close();
            former.append(3, 6);
        }
        broker = KafkaBroker.start(folder.resolve("kafka"), port, 0);
        try (var next = new JournalOfAProcess(DataSize.ofMegabytes(10))) {
            assertThat(next.heldAtStart).isTrue();
            next.append(7, 10);

            await().until(() -> next.spool.look().total() == 0);
            assertThat(journal(ADA)).containsExactlyElementsOf(numbers(1, 10));
        }
    }

    @Test
    void what_one_process_spooled_is_not_overtaken_at_another_that_has_kafka() throws Exception {
        try (var cutOff = new JournalOfAProcess(DataSize.ofMegabytes(10));
                var well = new JournalOfAProcess(DataSize.ofMegabytes(10))) {
            cutOff.producer.close(Duration.ZERO);
            well.append(ADA, 1);
            for (var number = 2; number <= 6; number += 2) {
                cutOff.append(ADA, number);
                well.append(ADA, number + 1);
                await().until(() -> well.spool.look().total() == 0);
            }

            assertThat(journal(ADA)).containsExactlyElementsOf(numbers(1, 7));
        }
    }

    @Test
    void a_process_that_stood_still_looks_before_it_goes_on() throws Exception {
        try (var cutOff = new JournalOfAProcess(DataSize.ofMegabytes(10));
                var still = new JournalOfAProcess(DataSize.ofMegabytes(10))) {
            cutOff.producer.close(Duration.ZERO);
            cutOff.drainer.stop();
            still.drainer.stop();
            still.watch.stop();
            cutOff.append(ADA, 1);
            assertThat(still.watch.isCurrent()).isFalse();
            var second = CompletableFuture.runAsync(() -> still.appendUnchecked(ADA, 2));
            still.watch.look();
            second.get();

            assertThat(still.spool.holds(ADA.id())).isTrue();
            assertThat(still.spool.look().total()).isEqualTo(2);
        }
    }

    @Test
    void full_is_refused_and_what_was_accepted_stays() throws Exception {
        try (var process = new JournalOfAProcess(DataSize.ofKilobytes(4))) {
            broker.close();
            var accepted = new ArrayList<Integer>();
            for (var number = 1; number < 20; number++) {
                try {
                    process.append(ADA, number);
                    accepted.add(number);
                } catch (JournalUnavailableException full) {
                    assertThat(full).hasMessage("Kafka is away and the spool is full");
                }
            }
            assertThat(accepted).isNotEmpty().hasSizeLessThan(19);

            broker = KafkaBroker.start(folder.resolve("kafka"), port, 0);
            await().until(() -> process.spool.look().total() == 0);
            assertThat(journal(ADA)).containsExactlyElementsOf(accepted);
        }
    }

    @Test
    void with_neither_kafka_nor_postgresql_it_says_so_soon() throws Exception {
        try (var process = new JournalOfAProcess(DataSize.ofMegabytes(10))) {
            broker.close();
            process.pool.close();

            var began = System.nanoTime();
            assertThatExceptionOfType(JournalUnavailableException.class).isThrownBy(() -> process.append(ADA, 1));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(process.spool.isOpen()).isFalse();
        }
    }

    /** What one process has of the journal, started as it starts. */
    private final class JournalOfAProcess implements AutoCloseable {

        private final HikariDataSource pool;
        private final Admin admin;
        private final KafkaProducer<byte[], byte[]> producer;
        private final Spool spool;
        private final SpoolWatch watch;
        private final SpoolDrainer drainer;
        private final DeliveryJournal journal;
        private final boolean heldAtStart;

        JournalOfAProcess(DataSize limit) throws IOException {
            var properties = new JournalProperties(
                    "127.0.0.1:" + port,
                    Duration.ofMillis(1000),
                    DataSize.ofKilobytes(256),
                    folder.resolve("blobs"),
                    DataSize.ofMegabytes(8),
                    Duration.ofMillis(500),
                    true,
                    2,
                    (short) 1);
            var meters = new SimpleMeterRegistry();
            var configuration = new JournalConfiguration();
            var server = new DataSourceProperties();
            server.setUrl(database.jdbcUrl());
            server.setUsername(database.user());
            var spoolProperties = new SpoolProperties(limit, 4, Duration.ofMillis(50));
            pool = configuration.spoolDataSource(server, spoolProperties);
            admin = configuration.kafkaAdmin(properties);
            producer = configuration.journalProducer(properties);
            var table = new SpoolTable(pool);
            spool = new Spool(table, spoolProperties, Clock.systemUTC(), meters);
            watch = new SpoolWatch(spool, spoolProperties);
            drainer = new SpoolDrainer(spool, table, new KafkaClients(properties));
            var kafka = new KafkaLog(producer, properties, meters);
            kafka.open(List.of(TOPIC));
            var codec = new RecordCodec(new BlobStore(properties), properties);
            journal = new DeliveryJournal(
                    kafka, spool, watch, codec, new DeliveryIds(Clock.systemUTC()), Clock.systemUTC());
            spool.start();
            watch.start();
            drainer.start();
            heldAtStart = spool.holds(ADA.id());
        }

        void append(int first, int last) throws JournalUnavailableException {
            for (var number = first; number <= last; number++) {
                append(ADA, number);
                append(GRACE, number);
            }
        }

        void append(ConnectionRef connection, int number) throws JournalUnavailableException {
            journal.append(
                    new Delivery(
                            journal.newId(),
                            Instant.EPOCH,
                            "POST",
                            "/hooks/whatsapp/" + connection.name(),
                            Headers.NONE,
                            Body.ofText(Integer.toString(number))),
                    connection);
        }

        void appendUnchecked(ConnectionRef connection, int number) {
            try {
                append(connection, number);
            } catch (JournalUnavailableException refused) {
                throw new IllegalStateException(refused);
            }
        }

        @Override
        public void close() {
            drainer.stop();
            watch.stop();
            spool.stop();
            producer.close(Duration.ZERO);
            admin.close(Duration.ZERO);
            pool.close();
        }
    }

    /** Each delivery once, where it first stands: a second copy is what the inbox recognises. */
    private List<Integer> journal(ConnectionRef connection) {
        var key = connection.id().toString();
        var seen = new HashSet<Integer>();
        var numbers = new ArrayList<Integer>();
        var settings = Map.<String, Object>of(
                "bootstrap.servers", "127.0.0.1:" + port, "isolation.level", "read_committed", "group.id", "reader");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = List.of(new TopicPartition(TOPIC, 0), new TopicPartition(TOPIC, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (var found : consumer.poll(Duration.ofMillis(200))) {
                    var number = Integer.valueOf(new String(found.value(), StandardCharsets.UTF_8));
                    if (new String(found.key(), StandardCharsets.UTF_8).equals(key) && seen.add(number)) {
                        numbers.add(number);
                    }
                }
            }
        }
        return numbers;
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static ConnectionRef connection(String name) {
        var tenant = new TenantId("test");
        return new ConnectionRef(tenant, ConnectionId.of(tenant, "whatsapp", name), "whatsapp", name, name, Map.of());
    }
}
