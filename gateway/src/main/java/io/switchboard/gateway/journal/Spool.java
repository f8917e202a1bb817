package io.switchboard.gateway.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.gateway.journal.SpoolTable.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The second durable place: what Kafka does not take in time waits in PostgreSQL. Written by one thread that commits whatever
 * came in the meantime together; bounded, and full means refused.
 *
 * <p>A connection of which something waits here keeps coming here, so that nothing overtakes. That holds for all processes, of which
 * one may have lost Kafka and the others not: what was written is acknowledged only when all of them must have seen it
 * ({@link SpoolWatch}).
 */
@Component
final class Spool implements SmartLifecycle {

    /** Stops after the edge, which lives in the phases above. */
    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final int BATCH = 500;
    private static final int QUEUE = 20_000;

    private final SpoolTable table;
    private final Clock clock;
    private final long limit;
    private final Duration trust;
    private final Backlog backlog = new Backlog();
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicLong bytes = new AtomicLong();
    private volatile Waiting waiting = new Waiting(Map.of(), 0, Optional.empty());
    private final ScheduledThreadPoolExecutor answers = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("spool-answers").factory());
    private volatile boolean isWritable = true;
    private volatile boolean running;
    private Optional<Thread> writer = Optional.empty();

    Spool(SpoolTable table, SpoolProperties properties, Clock clock, MeterRegistry meters) {
        this.table = table;
        this.clock = clock;
        this.limit = properties.limit().toBytes();
        this.trust = properties.trust();
        meters.gauge("switchboard.spool.records", this, spool -> spool.waiting.total());
        meters.gauge("switchboard.spool.bytes", bytes);
        meters.gauge("switchboard.spool.age.seconds", this, spool -> spool.age().toSeconds());
    }

    private record Task(SpooledRecord spooled, Appended told) {}

    boolean holds(ConnectionId connection) {
        return backlog.holds(connection);
    }

    /** Whether the last write, or look, at PostgreSQL succeeded and there is room. */
    boolean isOpen() {
        return isWritable && bytes.get() < limit;
    }

    /** What waited at the last look. */
    Waiting waiting() {
        return waiting;
    }

    void store(ConnectionId connection, ProducerRecord<byte[], byte[]> kafka, Appended told) {
        var spooled = SpooledRecord.of(connection, kafka);
        backlog.writing(connection);
        if (bytes.addAndGet(spooled.size()) > limit) {
            refuse(spooled, told, new JournalUnavailableException("Kafka is away and the spool is full"));
        } else if (!running || !queue.offer(new Task(spooled, told))) {
            refuse(spooled, told, new JournalUnavailableException("Kafka is away and the spool cannot keep up"));
        }
    }

    /** Looks at the table: other processes, and former ones of this name, may have left something there. */
    Waiting look() {
        var settled = backlog.settled();
        var found = table.waiting();
        settled.forEach((connection, seen) -> {
            if (!found.records().containsKey(connection)) {
                backlog.release(connection, seen);
            }
        });
        found.records().keySet().forEach(backlog::found);
        bytes.set(found.bytes());
        waiting = found;
        isWritable = true;
        return found;
    }

    /** PostgreSQL did not answer the last look. */
    void unreadable() {
        isWritable = false;
    }

    @Override
    public void start() {
        running = true;
        writer = Optional.of(Thread.ofPlatform().name("spool-writer").start(this::write));
    }

    @Override
    public void stop() {
        running = false;
        writer.ifPresent(Spool::join);
        answers.shutdown();
        try {
            if (!answers.awaitTermination(2 * trust.toMillis(), TimeUnit.MILLISECONDS)) {
                log.atWarn().log("spool stopped before everybody was answered");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void write() {
        try {
            while (running || !queue.isEmpty()) {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<Task>();
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    write(batch);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Task> batch) {
        try {
            table.insert(batch.stream().map(Task::spooled).toList());
            isWritable = true;
            batch.forEach(task -> backlog.written(task.spooled().connection()));
            var answer = answers.schedule(() -> answer(batch), trust.toNanos(), TimeUnit.NANOSECONDS);
            assert answer != null;
        } catch (DataAccessException | TransactionException away) {
            isWritable = false;
            log.atError()
                    .addKeyValue("deliveries", batch.size())
                    .addKeyValue("cause", away.getClass().getSimpleName())
                    .log("spool not written");
            var why = new JournalUnavailableException("Kafka is away and so is the spool", away);
            batch.forEach(task -> refuse(task.spooled(), task.told(), why));
        }
    }

    private static void answer(List<Task> batch) {
        for (var task : batch) {
            try {
                task.told().durable();
            } catch (RuntimeException broken) {
                // The others are answered nevertheless; this sender will come again.
                log.atError().setCause(broken).log("answer not given");
            }
        }
    }

    private void refuse(SpooledRecord spooled, Appended told, JournalUnavailableException why) {
        bytes.addAndGet(-spooled.size());
        backlog.failed(spooled.connection());
        told.unavailable(why);
    }

    private Duration age() {
        return waiting.oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
