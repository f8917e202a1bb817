package io.switchboard.gateway.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Brings what waits in the spool to Kafka, oldest first, as soon as Kafka takes it. A wave is one Kafka transaction: readers of
 * committed records never see half of one, so that its order holds however often it must be repeated. Processes take
 * turns; the transactional id is one for all, so that one that lost its turn without noticing is fenced.
 */
@Component
final class SpoolDrainer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SpoolDrainer.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int WAVE = 500;

    private final Spool spool;
    private final SpoolTable table;
    private final KafkaClients clients;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();
    private Optional<KafkaProducer<byte[], byte[]>> producer = Optional.empty();

    SpoolDrainer(Spool spool, SpoolTable table, KafkaClients clients) {
        this.spool = spool;
        this.table = table;
        this.clients = clients;
    }

    @Override
    public void start() {
        thread = Optional.of(Thread.ofPlatform().name("spool-drainer").start(this::run));
    }

    @Override
    public void stop() {
        stopping.countDown();
        thread.ifPresent(SpoolDrainer::join);
    }

    @Override
    public boolean isRunning() {
        return thread.isPresent() && stopping.getCount() > 0;
    }

    @Override
    public int getPhase() {
        return Spool.PHASE + 1;
    }

    private void run() {
        try {
            while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                drain();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void drain() throws InterruptedException {
        try {
            if (spool.waiting().total() > 0) {
                inTurn();
            }
        } catch (DataAccessException | TransactionException | SQLException away) {
            log.atWarn().addKeyValue("cause", away.getClass().getSimpleName()).log("spool not read yet");
        } catch (KafkaException | ExecutionException away) {
            log.atWarn()
                    .addKeyValue("records", spool.waiting().total())
                    .addKeyValue("cause", away.getClass().getSimpleName())
                    .log("spool not drained yet");
        } finally {
            close();
        }
    }

    /** One process at a time: two would fence each other in the middle of their waves. */
    private void inTurn() throws SQLException, ExecutionException, InterruptedException {
        var turn = table.tryTurn();
        if (turn.isEmpty()) {
            return;
        }
        try (var ours = turn.get()) {
            log.atDebug().addKeyValue("turn", ours).log("spool is drained here");
            var rows = table.oldest(WAVE);
            while (!rows.isEmpty() && stopping.getCount() > 0) {
                wave(rows);
                rows = table.oldest(WAVE);
            }
        }
    }

    private void wave(List<SpoolTable.Row> rows) throws ExecutionException, InterruptedException {
        var kafka = open();
        kafka.beginTransaction();
        var sends =
                rows.stream().map(row -> kafka.send(row.spooled().toKafka())).toList();
        kafka.flush();
        for (var send : sends) {
            RecordMetadata where = send.get();
            assert where != null;
        }
        kafka.commitTransaction();
        table.delete(rows);
        log.atInfo().addKeyValue("records", rows.size()).log("spool drained");
    }

    private KafkaProducer<byte[], byte[]> open() {
        if (producer.isEmpty()) {
            producer = Optional.of(clients.transactional("switchboard-spool"));
        }
        return producer.get();
    }

    /** An open transaction of this producer is fenced by the next one that opens, this process's or another's. */
    private void close() {
        producer.ifPresent(opened -> opened.close(Duration.ZERO));
        producer = Optional.empty();
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
