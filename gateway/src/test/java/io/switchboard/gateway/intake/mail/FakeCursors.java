package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessResourceFailureException;

/** Cursors in a memory that can be away. */
final class FakeCursors implements MailboxCursors {

    private record Key(ConnectionId connection, String folder) {}

    private final Map<Key, MailboxCursor> rows = new ConcurrentHashMap<>();
    private volatile boolean away;

    @Override
    public Optional<MailboxCursor> find(Mailbox mailbox) {
        return Optional.ofNullable(rows.get(new Key(mailbox.connection(), mailbox.folder())));
    }

    @Override
    public void save(Mailbox mailbox, MailboxCursor cursor) {
        if (away) {
            throw new DataAccessResourceFailureException("the database is away");
        }
        rows.put(new Key(mailbox.connection(), mailbox.folder()), cursor);
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }
}
