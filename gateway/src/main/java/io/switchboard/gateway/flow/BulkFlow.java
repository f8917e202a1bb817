package io.switchboard.gateway.flow;

import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.JournalProperties;
import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.journal.KafkaClients;
import io.switchboard.gateway.journal.Offsets;
import io.switchboard.gateway.journal.Topics;
import io.switchboard.gateway.operations.Wordless;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries the slow lane on: from {@code deliveries.<connector>.bulk} to {@code deliveries.<connector>}, a small wave at a time, and
 * only while the interactive lane has next to nothing waiting. So bulk takes a share of the capacity that is left, all of it when nobody
 * else is there, and every thread keeps one order, since all its deliveries pass the same partition.
 *
 * <p>A plain loop and no Camel route: it must leave topics alone for a while without losing its place, which a batching consumer
 * cannot.
 */
@Component
class BulkFlow {

    private static final Logger log = LoggerFactory.getLogger(BulkFlow.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(1);

    private final Connectors connectors;
    private final JournalProperties kafka;
    private final KafkaClients clients;
    private final Offsets offsets;
    private final Lag lag;
    private final Map<String, Long> wentOn = new HashMap<>();
    private final Map<String, Pace> paces = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();

    BulkFlow(Connectors connectors, JournalProperties kafka, KafkaClients clients, Offsets offsets, Lag lag) {
        this.connectors = connectors;
        this.kafka = kafka;
        this.clients = clients;
        this.offsets = offsets;
        this.lag = lag;
    }

    void start() {
        thread = Optional.of(Thread.ofPlatform().name("bulk-flow").start(this::run));
    }

    void stop() throws InterruptedException {
        stopping.countDown();
        if (thread.isPresent()) {
            thread.get().join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        try {
            do {
                carryOn();
            } while (!stopping.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void carryOn() throws InterruptedException {
        try (var consumer = consumer();
                var producer = clients.idempotent()) {
            wentOn.clear();
            paces.clear();
            var topics = topicIds();
            var carrier = new BulkCarrier(topics, consumer, producer);
            consumer.subscribe(topics.keySet(), carrier);
            while (stopping.getCount() > 0) {
                var records = consumer.poll(consumer.paused().isEmpty() ? POLL : BETWEEN_LOOKS);
                if (records.isEmpty()) {
                    carrier.commitPositions();
                } else {
                    carrier.carry(records);
                }
                pause(records, consumer);
                resume(consumer);
            }
        } catch (KafkaException | ExecutionException | JournalUnavailableException away) {
            log.atWarn()
                    .addKeyValue("cause", away.getClass().getSimpleName())
                    .log("slow lane begins again where it was");
        } catch (RuntimeException bug) {
            // Whatever it is, nobody else would ever bring these records back.
            log.atError().setCause(Wordless.of(bug)).log("slow lane failed and begins again where it was");
        }
    }

    /** One wave, then a look at who waits. */
    private void pause(ConsumerRecords<byte[], byte[]> carried, KafkaConsumer<byte[], byte[]> consumer) {
        var now = System.nanoTime();
        for (var lane : topics(carried.partitions())) {
            wentOn.put(lane, now);
            pace(lane).brought(count(carried, lane));
            consumer.pause(of(lane, consumer.assignment()));
        }
    }

    /**
     * Lets the lanes go on before which next to nothing waits, at their {@link Pace}; and any lane that stood still for long: slow is not
     * never.
     */
    private void resume(KafkaConsumer<byte[], byte[]> consumer) throws JournalUnavailableException {
        var now = System.nanoTime();
        for (var lane : topics(consumer.paused())) {
            var stoodStill = now - wentOn.getOrDefault(lane, now) >= LONGEST_STANDSTILL.toNanos();
            var look = lag.look(Topics.behind(lane));
            pace(lane).look(look.end());
            if (stoodStill || (look.isShort() && pace(lane).allowsNext())) {
                consumer.resume(of(lane, consumer.paused()));
            }
        }
    }

    private static int count(ConsumerRecords<byte[], byte[]> carried, String lane) {
        return carried.partitions().stream()
                .filter(partition -> partition.topic().equals(lane))
                .mapToInt(partition -> carried.records(partition).size())
                .sum();
    }

    private Pace pace(String lane) {
        return paces.computeIfAbsent(lane, absent -> new Pace());
    }

    private static Set<String> topics(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    private static List<TopicPartition> of(String topic, Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(partition -> partition.topic().equals(topic))
                .toList();
    }

    private Map<String, String> topicIds() throws JournalUnavailableException {
        var topicIds = new HashMap<String, String>();
        for (var connector : connectors.all()) {
            var topic = Topics.bulk(connector.descriptor().name());
            topicIds.put(topic, offsets.topicId(topic));
        }
        return topicIds;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                Topics.BULK_GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                Pace.WAVE,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                1_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
