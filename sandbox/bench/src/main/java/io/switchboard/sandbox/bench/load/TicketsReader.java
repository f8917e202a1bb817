package io.switchboard.sandbox.bench.load;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Sees a run's deliveries arrive on {@code tickets} as a helpdesk core would, committed records only: how many, how long after they were
 * due, and whether one came twice. It costs what a consumer costs and no more; for the whole truth there is
 * {@link io.switchboard.sandbox.bench.history.TicketsWatch}.
 */
public final class TicketsReader implements AutoCloseable {

    private static final String TICKETS = "tickets";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_MICROS = 3_600_000_000L;

    private final KafkaConsumer<Boolean, Long> consumer;
    private final Manifest manifest;
    private final BitSet arrived = new BitSet();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong strange = new AtomicLong();
    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime());
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Arrivals arrivals = new Arrivals();
    private volatile boolean closing;
    private volatile @Nullable RuntimeException failure;

    /** Microseconds from when a delivery was due until it was seen: merchant 0's, and all others'. */
    public record Arrivals(Histogram hot, Histogram others) {
        Arrivals() {
            this(new ConcurrentHistogram(LONGEST_MICROS, 3), new ConcurrentHistogram(LONGEST_MICROS, 3));
        }

        public Histogram all() {
            var all = others.copy();
            all.add(hot);
            return all;
        }
    }

    private TicketsReader(KafkaConsumer<Boolean, Long> consumer, Manifest manifest) {
        this.consumer = consumer;
        this.manifest = manifest;
    }

    /** Returns when nothing that is published from now on can be missed. */
    public static TicketsReader start(String bootstrapServers, Manifest manifest) {
        var consumer = new KafkaConsumer<>(
                settings(bootstrapServers), (topic, key) -> true, new Numbers(new DeliveryNumber(manifest.run())));
        try {
            var partitions = consumer.partitionsFor(TICKETS, PATIENCE).stream()
                    .map(partition -> new TopicPartition(TICKETS, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        } catch (RuntimeException away) {
            consumer.close();
            throw away;
        }
        var reader = new TicketsReader(consumer, manifest);
        Thread.ofPlatform().name("tickets-reader").daemon().start(reader::read);
        return reader;
    }

    /** Deliveries of this run that arrived, each counted once. */
    public long seen() {
        requireHealthy();
        return seen.get();
    }

    /** Events that told of a delivery another one had told of. */
    public long doubled() {
        return doubled.get();
    }

    /** Events that told of none. */
    public long strange() {
        return strange.get();
    }

    /** When the latest one arrived, by {@link System#nanoTime}. */
    public long lastNanos() {
        return lastNanos.get();
    }

    /** From now on, those that arrive are measured anew. */
    public void beginAnew() {
        arrivals = new Arrivals();
    }

    /** Since the last {@link #beginAnew}. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /**
     * Waits until all that were acknowledged have arrived.
     *
     * @return whether they did
     */
    public boolean await(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (seen() < manifest.acknowledged()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(5_000_000);
        }
        return true;
    }

    @Override
    public void close() {
        closing = true;
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
            throw new IllegalStateException("the reader of tickets ended early", broken);
        }
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                var records = consumer.poll(Duration.ofMillis(100));
                var now = System.nanoTime();
                for (var kafka : records) {
                    see(kafka.value(), now);
                }
            }
        } catch (RuntimeException broken) {
            failure = broken;
        } finally {
            ended.countDown();
        }
    }

    private void see(long number, long now) {
        if (number == DeliveryNumber.NONE || number >= manifest.count()) {
            strange.incrementAndGet();
        } else if (arrived.get((int) number)) {
            doubled.incrementAndGet();
        } else {
            arrived.set((int) number);
            var micros = Math.clamp((now - manifest.dueNanos(number)) / 1000, 0, LONGEST_MICROS);
            (manifest.isHot(number) ? arrivals.hot() : arrivals.others()).recordValue(micros);
            lastNanos.set(now);
            seen.incrementAndGet();
        }
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return settings;
    }

    /** Takes nothing out of the network buffer but the number. */
    private record Numbers(DeliveryNumber number) implements Deserializer<Long> {

        @Override
        public Long deserialize(String topic, byte[] value) {
            return number.find(ByteBuffer.wrap(value));
        }

        @Override
        public Long deserialize(String topic, Headers headers, ByteBuffer value) {
            return number.find(value);
        }
    }
}
