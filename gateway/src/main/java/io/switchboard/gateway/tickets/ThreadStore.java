package io.switchboard.gateway.tickets;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.storage.PostgresText;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Threads and the keys that lead to them, in PostgreSQL. */
@Repository
class ThreadStore {

    private static final String FIND_ALIASES = """
            select a.connection_id, a.thread_key, a.thread_id from thread_alias a
            join unnest(?::uuid[], ?::text[]) as wanted(connection_id, thread_key) using (connection_id, thread_key)
            """;

    /** In the order of ids, so that two transactions never wait for each other. */
    private static final String LOCK =
            "select * from thread where thread_id = any(?::uuid[]) order by thread_id for update";

    private static final String INSERT = """
            insert into thread (thread_id, tenant, connection_id, connector, thread_key, surface)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[])
            on conflict (thread_id) do nothing
            """;

    private static final String INSERT_ALIASES = """
            insert into thread_alias (connection_id, thread_key, thread_id) select * from unnest(?::uuid[], ?::text[], ?::uuid[])
            on conflict (connection_id, thread_key) do nothing
            """;

    private static final String UPDATE = """
            update thread t set last_seq = u.last_seq, last_occurred_at = u.last_occurred_at, subject = u.subject,
              reply_capability = u.reply_capability, return_address = u.return_address, last_inbound = u.last_inbound,
              customer_id = u.customer_id, ticket_id = u.ticket_id, ticket_open = u.ticket_open, ticket_closed_at = u.ticket_closed_at
            from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::jsonb[], ?::jsonb[], ?::text[], ?::uuid[], ?::uuid[],
                        ?::boolean[], ?::timestamptz[])
              as u(thread_id, last_seq, last_occurred_at, subject, reply_capability, return_address, last_inbound, customer_id,
                   ticket_id, ticket_open, ticket_closed_at)
            where t.thread_id = u.thread_id
            """;

    private final JdbcTemplate jdbc;

    ThreadStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A thread key within its connection. */
    record Alias(ConnectionId connection, ThreadKey key) {
        Alias {
            key = new ThreadKey(PostgresText.plain(key.value()));
        }
    }

    Map<Alias, ThreadId> find(Collection<Alias> wanted) {
        var rows = new Columns(2);
        wanted.forEach(alias -> rows.row(alias.connection(), alias.key().value()));
        var found = new HashMap<Alias, ThreadId>();
        if (!rows.isEmpty()) {
            jdbc.query(
                    FIND_ALIASES,
                    row -> {
                        var alias = new Alias(
                                new ConnectionId(row.getObject("connection_id", UUID.class)),
                                new ThreadKey(row.getString("thread_key")));
                        found.put(alias, new ThreadId(row.getObject("thread_id", UUID.class)));
                    },
                    rows.parameters());
        }
        return found;
    }

    List<ThreadState> lock(Collection<ThreadId> threads) {
        return jdbc.query(LOCK, (row, number) -> state(row), Columns.single(threads));
    }

    /** @throws ContentionException when a thread or a key appeared in the meantime */
    void insert(Collection<ThreadState> fresh, Map<Alias, ThreadId> aliases) {
        var threads = new Columns(6);
        fresh.stream()
                .sorted(Comparator.comparing(state -> state.id.value()))
                .forEach(state -> threads.row(
                        state.id, state.tenant, state.connection, state.connector, state.key.value(), state.surface));
        if (!threads.isEmpty() && jdbc.update(INSERT, threads.parameters()) != threads.rows()) {
            throw new ContentionException("a thread");
        }
        var keys = new Columns(3);
        aliases.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Alias, ThreadId> entry) ->
                                entry.getKey().connection().value())
                        .thenComparing(entry -> entry.getKey().key().value()))
                .forEach(entry -> keys.row(
                        entry.getKey().connection(), entry.getKey().key().value(), entry.getValue()));
        if (!keys.isEmpty() && jdbc.update(INSERT_ALIASES, keys.parameters()) != keys.rows()) {
            throw new ContentionException("a thread key");
        }
    }

    void update(Collection<ThreadState> states) {
        var rows = new Columns(11);
        states.forEach(s -> rows.row(
                s.id,
                s.lastSeq,
                s.lastOccurred.orElse(null),
                s.subject.orElse(null),
                s.capability.map(ThreadStore::json).orElse(null),
                s.returnAddress.map(ThreadStore::json).orElse(null),
                s.lastInbound.orElse(null),
                s.customer.orElse(null),
                s.ticket.orElse(null),
                s.ticketOpen,
                s.ticketClosed.orElse(null)));
        if (!rows.isEmpty()) {
            jdbc.update(UPDATE, rows.parameters());
        }
    }

    private static ThreadState state(ResultSet row) throws SQLException {
        var state = new ThreadState(
                new ThreadId(row.getObject("thread_id", UUID.class)),
                new TenantId(row.getString("tenant")),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                row.getString("connector"),
                new ThreadKey(row.getString("thread_key")),
                Surface.valueOf(row.getString("surface")),
                false);
        state.lastSeq = row.getLong("last_seq");
        state.lastOccurred = instant(row, "last_occurred_at");
        state.subject = Optional.ofNullable(row.getString("subject"));
        state.capability = read(row.getString("reply_capability"), ReplyCapability.class);
        state.returnAddress = read(row.getString("return_address"), ReturnAddress.class);
        state.lastInbound = Optional.ofNullable(row.getString("last_inbound"));
        state.customer =
                Optional.ofNullable(row.getObject("customer_id", UUID.class)).map(CustomerId::new);
        state.ticket =
                Optional.ofNullable(row.getObject("ticket_id", UUID.class)).map(TicketId::new);
        state.ticketOpen = row.getBoolean("ticket_open");
        state.ticketClosed = instant(row, "ticket_closed_at");
        return state;
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static <T> Optional<T> read(@Nullable String json, Class<T> type) {
        return Optional.ofNullable(json).map(text -> CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8), type));
    }

    static String json(Object value) {
        return PostgresText.json(new String(CanonicalJson.write(value), StandardCharsets.UTF_8));
    }
}
