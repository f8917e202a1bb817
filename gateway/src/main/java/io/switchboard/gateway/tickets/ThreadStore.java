package io.switchboard.gateway.tickets;

import static io.switchboard.gateway.storage.Kind.BIGINT;
import static io.switchboard.gateway.storage.Kind.BOOLEAN;
import static io.switchboard.gateway.storage.Kind.SMALLINT;
import static io.switchboard.gateway.storage.Kind.TEXT;
import static io.switchboard.gateway.storage.Kind.TIME;
import static io.switchboard.gateway.storage.Kind.UUID;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.storage.Columns;
import io.switchboard.gateway.storage.NewRows;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Threads and the keys that lead to them, in PostgreSQL. */
@Repository
class ThreadStore {

    private static final String FIND_ALIASES = """
            select a.connection_id, a.thread_key, a.thread_id, a.origin from thread_alias a
            join unnest(?::uuid[], ?::text[]) as wanted(connection_id, thread_key) using (connection_id, thread_key)
            """;

    /** In the order of ids, so that two transactions never wait for each other. */
    private static final String LOCK = """
            select thread_id, tenant, last_seq, last_occurred_at, subject, topic, by_machine, customer_id, ticket_id, ticket_open, ticket_closed_at
            from thread where thread_id = any(?::uuid[]) order by thread_id for no key update
            """;

    /** What a batch did not bring stays as it is. */
    private static final String UPDATE = """
            update thread t set last_seq = u.last_seq, last_occurred_at = u.last_occurred_at, subject = u.subject,
              reply_capability = coalesce(u.reply_capability, t.reply_capability),
              return_address = coalesce(u.return_address, t.return_address), last_inbound = coalesce(u.last_inbound, t.last_inbound),
              topic = u.topic, by_machine = u.by_machine, customer_id = u.customer_id, ticket_id = u.ticket_id, ticket_open = u.ticket_open, ticket_closed_at = u.ticket_closed_at
            from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::uuid[],
                        ?::uuid[], ?::boolean[], ?::timestamptz[])
              as u(thread_id, last_seq, last_occurred_at, subject, reply_capability, return_address, last_inbound, topic, by_machine, customer_id,
                   ticket_id, ticket_open, ticket_closed_at)
            where t.thread_id = u.thread_id
            """;

    /** Only what still is what it was when it was looked up. */
    private static final String MOVE = """
            insert into thread_alias (connection_id, thread_key, thread_id, origin)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::smallint[])
            on conflict (connection_id, thread_key) do update set thread_id = excluded.thread_id, origin = excluded.origin, seen_at = now()
            where thread_alias.origin in (3, 5)
            """;

    private final JdbcTemplate jdbc;

    ThreadStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A key within its connection, as it is stored. */
    record Alias(ConnectionId connection, ThreadKey key) {
        Alias {
            key = new ThreadKey(PostgresText.plain(key.value()));
        }
    }

    /** Where a key leads, and how it became known. */
    record Lead(ThreadId thread, AliasOrigin origin) {}

    Map<Alias, Lead> find(Collection<Alias> wanted) {
        var rows = new Columns(UUID, TEXT);
        wanted.forEach(alias -> rows.row(alias.connection().value(), alias.key().value()));
        var found = new HashMap<Alias, Lead>();
        if (!rows.isEmpty()) {
            jdbc.query(
                    FIND_ALIASES,
                    row -> {
                        var alias = new Alias(
                                new ConnectionId(row.getObject("connection_id", UUID.class)),
                                new ThreadKey(row.getString("thread_key")));
                        var thread = new ThreadId(row.getObject("thread_id", UUID.class));
                        found.put(alias, new Lead(thread, AliasOrigin.of(row.getShort("origin"))));
                    },
                    rows.parameters());
        }
        return found;
    }

    /** Waits for whoever works on one of them. */
    List<ThreadState> lock(Collection<ThreadId> threads) {
        return locked(LOCK, threads);
    }

    /**
     * Locks further threads while others are locked already. Waiting here could be waiting for each other.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException when somebody works on one of them
     */
    List<ThreadState> lockAtOnce(Collection<ThreadId> threads) {
        return locked(LOCK + " nowait", threads);
    }

    private List<ThreadState> locked(String statement, Collection<ThreadId> threads) {
        return threads.isEmpty()
                ? List.of()
                : jdbc.query(
                        statement,
                        (row, number) -> state(row),
                        Columns.uuids(threads.stream().map(ThreadId::value).toList()));
    }

    /** @throws ContentionException when a thread or a key appeared in the meantime */
    void insert(Collection<ThreadState> fresh, Map<Alias, Lead> aliases) {
        var threads = new NewRows(
                "thread",
                "thread_id, tenant, connection_id, connector, thread_key, surface, last_seq, last_occurred_at, subject, reply_capability,"
                        + " return_address, last_inbound, topic, by_machine, customer_id, ticket_id, ticket_open, ticket_closed_at",
                UUID,
                TEXT,
                UUID,
                TEXT,
                TEXT,
                TEXT,
                BIGINT,
                TIME,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                BOOLEAN,
                UUID,
                UUID,
                BOOLEAN,
                TIME);
        fresh.stream()
                .sorted(Comparator.comparing(state -> state.id.value()))
                .forEach(state -> threads.row(values(state)));
        ContentionException.orElse("a thread", () -> threads.insert(jdbc));
        var keys =
                new NewRows("thread_alias", "connection_id, thread_key, thread_id, origin", UUID, TEXT, UUID, SMALLINT);
        inOrder(aliases, keys::row);
        ContentionException.orElse("a thread key", () -> keys.insert(jdbc));
    }

    /** Lets keys lead elsewhere for a better reason. */
    void move(Map<Alias, Lead> aliases) {
        var rows = new Columns(UUID, TEXT, UUID, SMALLINT);
        inOrder(aliases, rows::row);
        if (!rows.isEmpty()) {
            jdbc.update(MOVE, rows.parameters());
        }
    }

    private static void inOrder(Map<Alias, Lead> aliases, Consumer<@Nullable Object[]> row) {
        aliases.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Alias, Lead> entry) ->
                                entry.getKey().connection().value())
                        .thenComparing(entry -> entry.getKey().key().value()))
                .forEach(entry -> row.accept(new @Nullable Object[] {
                    entry.getKey().connection().value(),
                    entry.getKey().key().value(),
                    entry.getValue().thread().value(),
                    entry.getValue().origin().stored()
                }));
    }

    void load(Participants participants, Collection<ThreadId> threads, Collection<IdentityId> people) {
        participants.load(jdbc, threads, people);
    }

    void write(Participants participants) {
        participants.write(jdbc);
    }

    private static @Nullable Object[] values(ThreadState s) {
        var opening = s.opening.orElseThrow();
        return new @Nullable Object[] {
            s.id.value(),
            s.tenant,
            opening.connection().value(),
            opening.connector(),
            opening.key().value(),
            opening.surface(),
            s.lastSeq,
            s.lastOccurred.orElse(null),
            s.subject.orElse(null),
            s.capability.map(ThreadStore::json).orElse(null),
            s.returnAddress.map(ThreadStore::json).orElse(null),
            s.lastInbound.orElse(null),
            s.topic.orElse(null),
            s.byMachine,
            s.customer.map(CustomerId::value).orElse(null),
            s.ticket.map(TicketId::value).orElse(null),
            s.ticketOpen,
            s.ticketClosed.orElse(null)
        };
    }

    void update(Collection<ThreadState> states) {
        var rows = new Columns(UUID, BIGINT, TIME, TEXT, TEXT, TEXT, TEXT, TEXT, BOOLEAN, UUID, UUID, BOOLEAN, TIME);
        states.forEach(s -> rows.row(
                s.id.value(),
                s.lastSeq,
                s.lastOccurred.orElse(null),
                s.subject.orElse(null),
                s.capability.map(ThreadStore::json).orElse(null),
                s.returnAddress.map(ThreadStore::json).orElse(null),
                s.lastInbound.orElse(null),
                s.topic.orElse(null),
                s.byMachine,
                s.customer.map(CustomerId::value).orElse(null),
                s.ticket.map(TicketId::value).orElse(null),
                s.ticketOpen,
                s.ticketClosed.orElse(null)));
        if (!rows.isEmpty()) {
            jdbc.update(UPDATE, rows.parameters());
        }
    }

    private static ThreadState state(ResultSet row) throws SQLException {
        var state = ThreadState.stored(
                new ThreadId(row.getObject("thread_id", UUID.class)),
                new TenantId(row.getString("tenant")),
                row.getLong("last_seq"));
        state.lastOccurred = instant(row, "last_occurred_at");
        state.subject = Optional.ofNullable(row.getString("subject"));
        state.topic = Optional.ofNullable(row.getString("topic"));
        state.byMachine = row.getBoolean("by_machine");
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
