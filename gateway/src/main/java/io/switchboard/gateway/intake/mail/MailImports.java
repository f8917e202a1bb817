package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.gateway.intake.HistoryImports;
import io.switchboard.gateway.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/** The imports of all mailboxes: started and cancelled by people, carried on by whichever process has a hand free, also after a crash. */
class MailImports implements HistoryImports, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailImports.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final MailImportTable table;
    private final MailConnections connections;
    private final MailboxSessions sessions;
    private final MailboxReaders readers;
    private final Journal journal;
    private final Semaphore hands;
    /** By import, as long as it is tried here: they count how often a mail was not served. */
    private final Map<UUID, MailFetch> fetches = new ConcurrentHashMap<>();

    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Phaser running = new Phaser(1);

    MailImports(
            MailImportTable table,
            MailConnections connections,
            MailboxSessions sessions,
            MailboxReaders readers,
            Journal journal) {
        this.table = table;
        this.connections = connections;
        this.sessions = sessions;
        this.readers = readers;
        this.journal = journal;
        this.hands = new Semaphore(sessions.properties().imports());
    }

    @Override
    public Optional<Progress> start(ConnectionId connection, Instant since) {
        if (connections
                .find(connection)
                .flatMap(known -> Mailbox.of(known.ref()))
                .isEmpty()) {
            throw new IllegalArgumentException("the connection names no mailbox to import from");
        }
        var id = journal.newId().value();
        return table.add(id, connection, since) ? table.find(id) : Optional.empty();
    }

    @Override
    public Optional<Progress> find(UUID id) {
        return table.find(id);
    }

    @Override
    public List<Progress> of(ConnectionId connection) {
        return table.of(connection);
    }

    @Override
    public List<Progress> latest(int most) {
        return table.latest(most);
    }

    @Override
    public void cancel(UUID id) {
        table.cancel(id);
        fetches.remove(id);
    }

    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        if (sessions.properties().enabled()) {
            Thread.ofVirtual().name("mail-imports").start(this::look);
        }
    }

    @Override
    @EventListener(ContextClosedEvent.class)
    public void close() {
        stopping.countDown();
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            log.atInfo().log("mail imports go on elsewhere");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            do {
                claim();
            } while (!stopping.await(sessions.properties().look().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim() throws InterruptedException {
        try {
            var free = hands.availablePermits();
            for (var waiting : free == 0 ? List.<MailImport>of() : table.claim(free, underWay)) {
                hands.acquire();
                running.register();
                underWay.add(waiting.id());
                Thread.ofVirtual().name("mail-import").start(() -> goOn(waiting));
            }
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.getClass().getSimpleName()).log("mail imports not looked at");
        }
    }

    private void goOn(MailImport waiting) {
        try {
            var connection = connections.find(waiting.connection());
            if (connection.isEmpty()) {
                table.trouble(waiting.id(), "the connection is not there");
                return;
            }
            var fetch = fetches.computeIfAbsent(waiting.id(), absent -> readers.fetch());
            var run = new MailImportRun(table, sessions, fetch, readers.intake(), stopping);
            var isWhole = run.goOn(waiting, connection.get());
            fetches.remove(waiting.id());
            if (isWhole) {
                log.atInfo()
                        .addKeyValue("import", waiting.id())
                        .addKeyValue("done", table.done(waiting.id()))
                        .log("mail import ended here");
            } else {
                table.release(waiting.id());
            }
        } catch (Exception failed) { // what a server, the journal or PostgreSQL throws; it is tried again
            failed(waiting, failed);
        } finally {
            underWay.remove(waiting.id());
            hands.release();
            running.arriveAndDeregister();
        }
    }

    private void failed(MailImport waiting, Exception failed) {
        log.atWarn()
                .addKeyValue("import", waiting.id())
                .addKeyValue("cause", failed.getClass().getSimpleName())
                .log("mail import interrupted");
        try {
            if (!table.trouble(waiting.id(), failed.getClass().getSimpleName())) {
                fetches.remove(waiting.id());
            }
        } catch (DataAccessException away) {
            log.atDebug()
                    .addKeyValue("cause", away.getClass().getSimpleName())
                    .log("mail import waits until it is tried again");
        }
    }
}
