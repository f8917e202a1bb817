package io.switchboard.gateway.intake.mail;

import java.util.concurrent.Semaphore;

/** A bound on the connections to mail servers: so many mailboxes stay connected, and the others come and go. */
final class MailboxPlaces {

    private static final int VISITORS = 64;

    private final Semaphore lasting;
    private final Semaphore visiting = new Semaphore(VISITORS);

    MailboxPlaces(int lasting) {
        this.lasting = new Semaphore(lasting);
    }

    /** Waits for a visitor's place when no lasting one is free. */
    Place enter() throws InterruptedException {
        if (lasting.tryAcquire()) {
            return new Place(lasting, true);
        }
        visiting.acquire();
        return new Place(visiting, false);
    }

    /** Left by closing it. */
    record Place(Semaphore taken, boolean isLasting) implements AutoCloseable {

        @Override
        public void close() {
            taken.release();
        }
    }
}
