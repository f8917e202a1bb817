package io.switchboard.gateway.intake.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The mails that are being received right now, so that a stop can wait for them and nobody starts another. */
final class SmtpTransfers {

    private static final int MANY = 1_000_000;

    private final Semaphore places = new Semaphore(MANY);

    /** @return false when no mail is taken any more */
    boolean begin() {
        return places.tryAcquire();
    }

    void end() {
        places.release();
    }

    /** Lets nobody begin any more and waits for those who did. */
    boolean drain(Duration grace) throws InterruptedException {
        var free = places.drainPermits();
        return free == MANY || places.tryAcquire(MANY - free, grace.toNanos(), TimeUnit.NANOSECONDS);
    }
}
