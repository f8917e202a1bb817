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

/** Looks at the spool several times a second. A thread of its own: draining waits for Kafka, and looking must not. */
@Component
final class SpoolWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SpoolWatch.class);

    private final Spool spool;
    private final Duration every;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Optional<Thread> thread = Optional.empty();

    SpoolWatch(Spool spool, SpoolProperties properties) {
        this.spool = spool;
        this.every = properties.look();
    }

    /** Looks once before the edge opens, so that no connection overtakes what a former process left behind. */
    @Override
    public void start() {
        spool.look();
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
                well = look(well);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look(boolean wasWell) {
        try {
            spool.look();
            return true;
        } catch (DataAccessException | TransactionException away) {
            spool.unreadable();
            if (wasWell) {
                log.atWarn()
                        .addKeyValue("cause", away.getClass().getSimpleName())
                        .log("nobody knows what waits in the spool");
            }
            return false;
        }
    }
}
