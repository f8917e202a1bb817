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

/** A journal in memory that can be away. */
final class FakeJournal implements Journal {

    /** What was appended, and for whom. */
    record Entry(Delivery delivery, ConnectionRef connection) {}

    /** What happens just before an append succeeds. */
    interface Watcher {
        void appending(Delivery delivery);
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<Delivery> refused = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile Watcher watcher = delivery -> {};

    @Override
    public DeliveryId newId() {
        return new DeliveryId(UUID.randomUUID());
    }

    @Override
    public void append(Delivery delivery, ConnectionRef connection) throws JournalUnavailableException {
        if (away) {
            refused.add(delivery);
            throw new JournalUnavailableException("the journal is away", new IOException("no broker"));
        }
        watcher.appending(delivery);
        entries.add(new Entry(delivery, connection));
    }

    @Override
    public void appendBulk(Delivery delivery, ConnectionRef connection) throws JournalUnavailableException {
        append(delivery, connection);
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

    /** What was to be appended while the journal was away. */
    List<Delivery> refused() {
        return refused;
    }
}
