package io.switchboard.gateway.intake.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/** A bound on the bytes of mails that are being received at once, whatever the number of senders. */
final class MailMemory {

    private static final int UNIT = 1024;

    private final Semaphore units;
    private final Duration patience;

    /** @param patience how long somebody waits for others to finish */
    MailMemory(DataSize size, Duration patience) {
        this.units = new Semaphore(Math.toIntExact(size.toKilobytes()), true);
        this.patience = patience;
    }

    Share share() {
        return new Share();
    }

    /** What one mail holds; given back when closed. */
    final class Share implements AutoCloseable {

        private int held;

        /** @return false when there is no room and none came free; what is held stays held */
        boolean grow(int bytes) throws InterruptedException {
            var wanted = Math.ceilDiv(bytes, UNIT);
            var granted = units.tryAcquire(wanted, patience.toNanos(), TimeUnit.NANOSECONDS);
            held += granted ? wanted : 0;
            return granted;
        }

        @Override
        public void close() {
            units.release(held);
            held = 0;
        }
    }
}
