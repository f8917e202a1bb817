package io.switchboard.gateway.tickets;

import static io.switchboard.gateway.storage.Kind.INTEGER;
import static io.switchboard.gateway.storage.Kind.TEXT;
import static io.switchboard.gateway.storage.Kind.UUID;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.Direction;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.ThreadId;
import io.switchboard.gateway.storage.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The messages one batch speaks of, by their native ids. */
final class MessageIndex {

    private static final String FIND = """
            select message_key, connection_id, native_id, message_id, thread_id, direction, revision, furthest
            from message_index where message_key = any(?::uuid[])
            """;

    private static final String ADD = """
            insert into message_index (message_key, connection_id, native_id, message_id, thread_id, direction, revision, furthest)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[])
            on conflict (message_key) do nothing
            """;

    private static final String CHANGE = """
            update message_index m set revision = u.revision, furthest = u.furthest
            from unnest(?::uuid[], ?::int[], ?::text[]) as u(message_key, revision, furthest) where m.message_key = u.message_key
            """;

    private final JdbcTemplate jdbc;
    private final Map<Key, Entry> entries;
    private final SequencedMap<Key, Entry> added = sorted();
    private final SequencedMap<Key, Entry> changed = sorted();

    private MessageIndex(JdbcTemplate jdbc, Map<Key, Entry> entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /**
     * A native id within its connection.
     *
     * @param derived the id a message of that native id has where nothing else determines it, as a fingerprint or a command of ours
     *     does; one small key instead of a long text, and for most messages the way back from the message too
     */
    record Key(MessageId derived, ConnectionId connection, String nativeId) {

        static Key of(Fact fact, String nativeId) {
            return new Key(MessageId.of(fact.tenant(), fact.connectionId(), nativeId), fact.connectionId(), nativeId);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && derived.equals(that.derived);
        }

        @Override
        public int hashCode() {
            return derived.hashCode();
        }

        @Override
        public String toString() {
            return "Key[" + derived + "]";
        }
    }

    /** What is known of a message. */
    record Entry(
            MessageId message, ThreadId thread, Direction direction, int revision, Optional<ReceiptState> furthest) {}

    static MessageIndex open(JdbcTemplate jdbc, List<Key> wanted) {
        var found = new HashMap<Key, Entry>();
        if (!wanted.isEmpty()) {
            jdbc.query(
                    FIND,
                    row -> {
                        found.put(key(row), entry(row));
                    },
                    Columns.uuids(
                            wanted.stream().map(key -> key.derived().value()).toList()));
        }
        return new MessageIndex(jdbc, found);
    }

    Optional<Entry> find(Key key) {
        return Optional.ofNullable(entries.get(key));
    }

    Collection<ThreadId> threads() {
        return entries.values().stream().map(Entry::thread).toList();
    }

    /** Remembers a message; the first of that native id stays. */
    void add(Key key, Entry entry) {
        if (entries.putIfAbsent(key, entry) == null) {
            added.put(key, entry);
        }
    }

    /** Moves a message's receipt and returns what stands now. */
    ReceiptState advance(Key key, ReceiptState seen) {
        var entry = entries.get(key);
        if (entry == null) {
            return seen;
        }
        var furthest = entry.furthest().map(seen::furthest).orElse(seen);
        put(
                key,
                new Entry(entry.message(), entry.thread(), entry.direction(), entry.revision(), Optional.of(furthest)));
        return furthest;
    }

    /** Counts an edit and returns the revision it made; a message not known here had one. */
    int revise(Key key) {
        var entry = entries.get(key);
        if (entry == null) {
            return 2;
        }
        var revision = entry.revision() + 1;
        put(key, new Entry(entry.message(), entry.thread(), entry.direction(), revision, entry.furthest()));
        return revision;
    }

    private void put(Key key, Entry entry) {
        entries.put(key, entry);
        (added.containsKey(key) ? added : changed).put(key, entry);
    }

    void write() {
        var fresh = new Columns(UUID, UUID, TEXT, UUID, UUID, TEXT, INTEGER, TEXT);
        added.forEach((key, entry) -> fresh.row(
                key.derived().value(),
                key.connection().value(),
                key.nativeId(),
                entry.message().value(),
                entry.thread().value(),
                entry.direction(),
                entry.revision(),
                entry.furthest().orElse(null)));
        if (!fresh.isEmpty()) {
            jdbc.update(ADD, fresh.parameters());
        }
        var moved = new Columns(UUID, INTEGER, TEXT);
        changed.forEach((key, entry) -> moved.row(
                key.derived().value(), entry.revision(), entry.furthest().orElse(null)));
        if (!moved.isEmpty()) {
            jdbc.update(CHANGE, moved.parameters());
        }
    }

    private static SequencedMap<Key, Entry> sorted() {
        return new TreeMap<>(Comparator.comparing(key -> key.derived().value()));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                new MessageId(row.getObject("message_key", UUID.class)),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                row.getString("native_id"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new MessageId(row.getObject("message_id", UUID.class)),
                new ThreadId(row.getObject("thread_id", UUID.class)),
                Direction.valueOf(row.getString("direction")),
                row.getInt("revision"),
                Optional.ofNullable(row.getString("furthest")).map(ReceiptState::valueOf));
    }
}
