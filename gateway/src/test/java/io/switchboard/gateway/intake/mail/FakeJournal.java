package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.gateway.journal.Journal;
import io.switchboard.gateway.journal.JournalUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A journal in memory that can be away. */
final class FakeJournal implements Journal {

    /** What was appended, and for whom. */
    record Entry(Delivery delivery, ConnectionRef connection) {}

    /** What happens just before an append succeeds. */
    interface Watcher {
        void appending(Delivery delivery);
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean away;
    private volatile Watcher watcher = delivery -> {};

    @Override
    public DeliveryId newId() {
        return new DeliveryId(UUID.randomUUID());
    }

    @Override
    public void append(Delivery delivery, ConnectionRef connection) throws JournalUnavailableException {
        attempts.incrementAndGet();
        if (away) {
            throw new JournalUnavailableException("the journal is away", new IOException("no broker"));
        }
        watcher.appending(delivery);
        entries.add(new Entry(delivery, connection));
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    void watchedBy(Watcher newWatcher) {
        watcher = newWatcher;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Appends tried, whether or not they succeeded. */
    int attempts() {
        return attempts.get();
    }
}
