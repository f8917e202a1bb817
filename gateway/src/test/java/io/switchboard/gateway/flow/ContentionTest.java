package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.canonical.Author;
import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.journal.JournalEntry;
import io.switchboard.gateway.journal.JournalEntry.Origin;
import io.switchboard.gateway.journal.Position;
import io.switchboard.gateway.tickets.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two processes decide about the same people, threads and events at once, in different orders. */
class ContentionTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int MESSAGES = 400;
    private static final int THREADS = 12;
    private static final int PEOPLE = 6;

    private final InboundTransaction transaction = Hub.bean(InboundTransaction.class);
    private final JdbcTemplate jdbc = Hub.bean(JdbcTemplate.class);
    private long deadlocks;

    @BeforeEach
    void count() {
        deadlocks = deadlocks();
    }

    @AfterEach
    void nobody_was_shot() {
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_event_is_claimed_once_and_every_thread_counts_without_a_gap(long seed) throws Exception {
        var connection = Hub.whatsApp("contention-" + seed);
        var start = new CyclicBarrier(2);

        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(worker(connection, 0, new Random(seed), start));
            var second = pool.submit(worker(connection, 1, new Random(-seed), start));
            var published = new ArrayList<>(first.get());
            published.addAll(second.get());

            assertThat(published).hasSize(MESSAGES).extracting(CloudEvent::id).doesNotHaveDuplicates();
            var threads = published.stream().collect(Collectors.groupingBy(CloudEvent::partitionKey));
            assertThat(threads).hasSize(THREADS);
            threads.forEach((thread, events) -> assertThat(events)
                    .extracting(CloudEvent::sequence)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList()));
        }
    }

    @Test
    void the_contention_path_is_walked() {
        assertThat(Hub.bean(MeterRegistry.class)
                        .counter("switchboard.flow.contention")
                        .count())
                .isPositive();
    }

    @Test
    void a_thread_somebody_else_holds_fails_the_batch_in_bounded_time_and_buries_nothing() throws Exception {
        var connection = Hub.whatsApp("held");
        transaction.decide(List.of(understood(connection, 7, 0, 0)));
        var database = jdbc.getDataSource();
        try (var holder = java.util.Objects.requireNonNull(database).getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement()
                    .execute("select * from thread where connection_id = '" + connection.id() + "' for update");
            var started = System.nanoTime();

            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> transaction.decide(List.of(understood(connection, 7, 1, 0))))
                    .isInstanceOf(ConcurrencyFailureException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(9));
            holder.rollback();
        }

        var decided = transaction.decide(List.of(understood(connection, 7, 1, 0)));

        assertThat(decided.letters()).isEmpty();
        assertThat(decided.events()).extracting(CloudEvent::sequence).containsExactly(2L);
    }

    /** Brings every message once, in its own order and in batches of its own cut. */
    private Callable<List<CloudEvent>> worker(
            ConnectionRef connection, int partition, Random random, CyclicBarrier start) {
        return () -> {
            var numbers = new ArrayList<Integer>();
            for (var i = 0; i < MESSAGES; i++) {
                numbers.add(i);
            }
            Collections.shuffle(numbers, random);
            var published = new ArrayList<CloudEvent>();
            start.await();
            while (!numbers.isEmpty()) {
                var cut = numbers.subList(0, Math.min(numbers.size(), 1 + random.nextInt(40)));
                var decided = transaction.decide(cut.stream()
                        .map(number -> understood(connection, number, number, partition))
                        .toList());
                assertThat(decided.letters()).isEmpty();
                published.addAll(decided.events());
                cut.clear();
            }
            return published;
        };
    }

    /** @param number decides thread and person; two keys lead to each thread */
    private static Normalized understood(ConnectionRef connection, int number, int message, int partition) {
        var thread = number % THREADS;
        var address = new ThreadAddress(
                new ThreadKey("own:" + thread + (number % 2 == 0 ? "" : ":other")),
                List.of(new ThreadKey("shared:" + thread)));
        var person = new Party(
                List.of(
                        IdentityKey.global("phone", connection.name() + number % PEOPLE),
                        IdentityKey.global("handle", connection.name() + number % (PEOPLE / 2))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var said = InboundMessage.builder(
                        "m" + message,
                        address,
                        Surface.WHATSAPP_MESSAGE,
                        Author.customer(person),
                        Moment.ofEpochSecond(NOON.getEpochSecond()))
                .content(List.of(new Part.Text("hello")))
                .build();
        var body = Body.ofText("message " + message);
        var delivery = new Delivery(
                new DeliveryId(new UUID(0x7000, UUID.randomUUID().getLeastSignificantBits())),
                NOON,
                "POST",
                "/hooks/whatsapp/" + connection.name(),
                Headers.NONE,
                body);
        var origin = new Origin(
                new Position("deliveries.whatsapp", partition + 100, message),
                NOON,
                delivery.id(),
                NOON,
                connection,
                body.sha256(),
                body.size(),
                "text/plain");
        return new Normalized.Understood(
                new JournalEntry.Arrived(origin, delivery),
                List.of(new Fact.FromPlatform(origin, 0, new InboundEvent.MessageReceived(said))),
                List.of());
    }

    private long deadlocks() {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select deadlocks from pg_stat_database where datname = current_database()", Long.class));
    }
}
