package io.switchboard.sandbox.bench.history;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code tickets}, {@code deliveries.invalid} and {@code deliveries.dead} as the helpdesk core would, committed records only, from the end
 * they have at the beginning, and tells a {@link History}.
 */
public final class TicketsWatch implements AutoCloseable {

    private static final String TICKETS = "tickets";
    private static final String INVALID = "deliveries.invalid";
    private static final String DEAD = "deliveries.dead";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile History history;
    private volatile boolean closing;
    private volatile boolean idle;
    private volatile @Nullable RuntimeException failure;

    private TicketsWatch(KafkaConsumer<byte[], byte[]> consumer, History history) {
        this.consumer = consumer;
        this.history = history;
    }

    /** Returns when nothing that is published from now on can be missed. */
    public static TicketsWatch start(String bootstrapServers, History history) {
        var consumer = new KafkaConsumer<>(
                settings(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            var partitions = List.of(TICKETS, INVALID, DEAD).stream()
                    .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        } catch (RuntimeException away) {
            consumer.close();
            throw away;
        }
        var watch = new TicketsWatch(consumer, history);
        Thread.ofPlatform().name("tickets-watch").daemon().start(watch::read);
        return watch;
    }

    /** Whether the latest look at Kafka found nothing more; it waits half a second for something. */
    public boolean isIdle() {
        requireHealthy();
        return idle;
    }

    /** From now on another history is told; the former one must be complete. */
    public void follow(History next) {
        history = next;
    }

    /** Stops reading; what was seen stays in the history. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            ended.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        requireHealthy();
    }

    private void requireHealthy() {
        var broken = failure;
        if (broken != null) {
            throw new IllegalStateException("the watch on tickets ended early", broken);
        }
    }

    // A broker that is away is no reason to end; whatever ends the thread is told to whoever asks next.
    @SuppressWarnings("CatchingUnchecked")
    private void read() {
        try (consumer) {
            while (!closing) {
                var records = consumer.poll(Duration.ofMillis(500));
                var now = System.nanoTime() | 1;
                for (var record : records) {
                    tell(record, now);
                }
                idle = records.isEmpty();
            }
        } catch (org.apache.kafka.common.errors.WakeupException asked) {
            if (!closing) {
                failure = asked;
            }
        } catch (RuntimeException broken) {
            failure = broken;
        } finally {
            ended.countDown();
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> record, long nanoTime) {
        if (record.topic().equals(TICKETS)) {
            history.seen(event(record, nanoTime));
        } else {
            history.putAside(
                    Letters.nativeId(record),
                    header(record.headers(), "sb-position"),
                    record.topic(),
                    header(record.headers(), "sb-reason"),
                    nanoTime);
        }
    }

    private static SeenEvent event(ConsumerRecord<byte[], byte[]> record, long nanoTime) {
        return new SeenEvent(
                UUID.fromString(header(record.headers(), "ce_id")),
                NativeId.of(header(record.headers(), "ce_type"), record.value()),
                header(record.headers(), "ce_tenantid"),
                UUID.fromString(new String(record.key(), StandardCharsets.US_ASCII)),
                Long.parseLong(header(record.headers(), "ce_sequence")),
                record.partition(),
                record.offset(),
                nanoTime);
    }

    static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A reader that is silently moved would take lost records for none.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        return settings;
    }
}
