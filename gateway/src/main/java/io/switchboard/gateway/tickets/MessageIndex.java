package io.switchboard.gateway.tickets;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.Direction;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.ThreadId;
import io.switchboard.gateway.storage.PostgresText;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The messages one batch speaks of, by their native ids. */
final class MessageIndex {

    private static final String FIND = """
            select m.* from message_index m
            join unnest(?::uuid[], ?::text[]) as wanted(connection_id, native_id) using (connection_id, native_id)
            """;

    private static final String SAVE = """
            insert into message_index (connection_id, native_id, message_id, thread_id, direction, revision, furthest)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[])
            on conflict (connection_id, native_id) do update set furthest = excluded.furthest, revision = excluded.revision
            """;

    private final JdbcTemplate jdbc;
    private final Map<Key, Entry> entries;
    private final Map<Key, Entry> changed = new LinkedHashMap<>();

    private MessageIndex(JdbcTemplate jdbc, Map<Key, Entry> entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** A native id within its connection. */
    record Key(ConnectionId connection, String nativeId) {
        Key {
            nativeId = PostgresText.plain(nativeId);
        }
    }

    /** What is known of a message. */
    record Entry(
            MessageId message, ThreadId thread, Direction direction, int revision, Optional<ReceiptState> furthest) {}

    static MessageIndex open(JdbcTemplate jdbc, Collection<Key> wanted) {
        var rows = new Columns(2);
        wanted.forEach(key -> rows.row(key.connection(), key.nativeId()));
        var found = new HashMap<Key, Entry>();
        if (!rows.isEmpty()) {
            jdbc.query(
                    FIND,
                    row -> {
                        var key = new Key(
                                new ConnectionId(row.getObject("connection_id", UUID.class)),
                                row.getString("native_id"));
                        found.put(
                                key,
                                new Entry(
                                        new MessageId(row.getObject("message_id", UUID.class)),
                                        new ThreadId(row.getObject("thread_id", UUID.class)),
                                        Direction.valueOf(row.getString("direction")),
                                        row.getInt("revision"),
                                        Optional.ofNullable(row.getString("furthest"))
                                                .map(ReceiptState::valueOf)));
                    },
                    rows.parameters());
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
            changed.put(key, entry);
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
        changed.put(key, entry);
    }

    void write() {
        var rows = new Columns(7);
        changed.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Key, Entry> e) ->
                                e.getKey().connection().value())
                        .thenComparing(e -> e.getKey().nativeId()))
                .forEach(e -> rows.row(
                        e.getKey().connection(),
                        e.getKey().nativeId(),
                        e.getValue().message(),
                        e.getValue().thread(),
                        e.getValue().direction(),
                        e.getValue().revision(),
                        e.getValue().furthest().orElse(null)));
        if (!rows.isEmpty()) {
            jdbc.update(SAVE, rows.parameters());
        }
    }
}
