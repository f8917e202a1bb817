package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.MalformedRecordException;
import io.switchboard.sandbox.desk.contract.RecordCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the contract's topics from the beginning into the memory, without a consumer group, on a thread of its own. While
 * Kafka is away it waits; after an error it reads from the beginning again, which changes nothing that is known.
 */
public final class TopicReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);
    private static final List<String> TOPICS =
            List.of(RecordCodec.TICKETS, RecordCodec.REPLIES, RecordCodec.TICKET_STATE);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final ThreadMemory memory;
    private final Runnable onPhase;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile ReadingProgress progress = ReadingProgress.WAITING;

    /**
     * @param consumers makes a consumer that reads committed records only, does not commit and starts at the earliest offset
     * @param onPhase called when waiting, catching up or being live begins
     */
    public TopicReader(Supplier<Consumer<String, byte[]>> consumers, ThreadMemory memory, Runnable onPhase) {
        this.consumers = consumers;
        this.memory = memory;
        this.onPhase = onPhase;
        this.thread = Thread.ofPlatform().name("desk-topics").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public ReadingProgress progress() {
        return progress;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosed()) {
            try (var consumer = consumers.get()) {
                readAll(consumer);
            } catch (InterruptException interrupted) {
                return;
            } catch (KafkaException unavailable) {
                log.atWarn().setCause(unavailable).log("topics could not be read");
                enter(ReadingProgress.WAITING);
                pause();
            }
        }
    }

    private void readAll(Consumer<String, byte[]> consumer) {
        var partitions = awaitPartitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var starts = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        if (starts.entrySet().stream().anyMatch(TopicReader::isCut)) {
            memory.startsInTheMiddle();
        }
        enter(new ReadingProgress(ReadingProgress.Phase.CATCHING_UP, 0, sum(ends) - sum(starts)));
        while (!isClosed()) {
            var records = consumer.poll(POLL);
            records.forEach(this::apply);
            progress = progress.plus(records.count());
            if (progress.phase() == ReadingProgress.Phase.CATCHING_UP && hasReached(consumer, ends)) {
                enter(progress.in(ReadingProgress.Phase.LIVE));
            }
        }
    }

    /** Empty only when closed. */
    private List<TopicPartition> awaitPartitions(Consumer<String, byte[]> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : TOPICS) {
            var found = partitions(consumer, topic);
            while (found.isEmpty() && !isClosed()) {
                pause();
                found = partitions(consumer, topic);
            }
            partitions.addAll(found);
        }
        return partitions;
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        return Optional.ofNullable(consumer.partitionsFor(topic)).orElse(List.of()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void apply(ConsumerRecord<String, byte[]> kafka) {
        try {
            switch (kafka.topic()) {
                case RecordCodec.REPLIES -> memory.apply(RecordCodec.reply(kafka), RecordCodec.written(kafka));
                case RecordCodec.TICKET_STATE -> {
                    var change = RecordCodec.ticketState(kafka);
                    memory.apply(change, change.at().orElseGet(() -> RecordCodec.written(kafka)));
                }
                default -> memory.apply(RecordCodec.event(kafka));
            }
        } catch (MalformedRecordException malformed) {
            log.atWarn()
                    .addKeyValue("topic", kafka.topic())
                    .addKeyValue("partition", kafka.partition())
                    .addKeyValue("offset", kafka.offset())
                    .addKeyValue("reason", malformed.reason())
                    .log("record of another desk passed over");
        }
    }

    private static boolean hasReached(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static boolean isCut(Map.Entry<TopicPartition, Long> start) {
        return start.getKey().topic().equals(RecordCodec.TICKETS) && start.getValue() > 0;
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private void enter(ReadingProgress next) {
        progress = next;
        onPhase.run();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause() {
        try {
            closed.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
