package io.switchboard.gateway.journal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks at the spool several times a second, so that this process knows of which connections something waits, whoever wrote it. Nothing
 * may be passed on to Kafka while the last look is older than {@link SpoolProperties#trust}; since what is spooled is acknowledged that much
 * later, whoever receives a delivery that was sent after an acknowledgement knows what waits.
 *
 * <p>A thread of its own: draining waits for Kafka, and looking must not.
 */
@Component
final class SpoolWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SpoolWatch.class);

    private final Spool spool;
    private final Duration every;
    private final Duration trust;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile CountDownLatch nextLook = new CountDownLatch(1);
    private volatile long looked = System.nanoTime();
    private volatile boolean isReadable = true;
    private Optional<Thread> thread = Optional.empty();

    SpoolWatch(Spool spool, SpoolProperties properties) {
        this.spool = spool;
        this.every = properties.look();
        this.trust = properties.trust();
    }

    /** Whether it is known what waits. Also when PostgreSQL does not answer: then nobody is told that anything is safe there. */
    boolean isCurrent() {
        return !isReadable || System.nanoTime() - looked < trust.toNanos();
    }

    /** Returns when it is current; PostgreSQL has as long for it as a look is good for. */
    void await() {
        var deadline = System.nanoTime() + trust.toNanos();
        try {
            while (!isCurrent()) {
                var next = nextLook;
                if (!isCurrent() && !next.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    unreadable();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws DataAccessException when PostgreSQL does not answer */
    void look() {
        var begun = System.nanoTime();
        spool.look();
        looked = begun;
        isReadable = true;
        wakeWaiting();
    }

    /** Looks once before the edge opens, so that no connection overtakes what a former process left behind. */
    @Override
    public void start() {
        look();
        thread = Optional.of(Thread.ofPlatform().name("spool-watch").start(this::run));
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (thread.isPresent()) {
                thread.get().join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
        var well = true;
        try {
            while (!stopping.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                well = lookAgain(well);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean lookAgain(boolean wasWell) {
        try {
            look();
            return true;
        } catch (DataAccessException | TransactionException away) {
            unreadable();
            if (wasWell) {
                log.atWarn()
                        .addKeyValue("cause", away.getClass().getSimpleName())
                        .log("nobody knows what waits in the spool");
            }
            return false;
        }
    }

    private void unreadable() {
        isReadable = false;
        spool.unreadable();
        wakeWaiting();
    }

    private synchronized void wakeWaiting() {
        var waitedFor = nextLook;
        nextLook = new CountDownLatch(1);
        waitedFor.countDown();
    }
}
