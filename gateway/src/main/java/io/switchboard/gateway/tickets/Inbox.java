package io.switchboard.gateway.tickets;

import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.TicketPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The Idempotent Receiver. An event already claimed by another owner is a duplicate; one claimed by the same owner is a replay
 * after a crash and yields the very same event again, so that a crash between claim and publish swallows nothing.
 */
@Repository
class Inbox {

    private static final String FIND = "select * from inbox where event_id = any(?::uuid[])";

    private static final String CLAIM = """
            insert into inbox (event_id, owner, thread_id, seq, late, match_rule, message_id, ticket_id, ticket_policy,
                               ticket_reason, customer_id, furthest, revision, refers_to)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::boolean[], ?::text[], ?::uuid[], ?::uuid[],
                                 ?::text[], ?::text[], ?::uuid[], ?::text[], ?::int[], ?::uuid[])
            on conflict (event_id) do nothing
            """;

    private final JdbcTemplate jdbc;

    Inbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A claim somebody made. */
    record Claim(EventId event, String owner, Assignment assignment) {}

    Map<EventId, Claim> find(Collection<EventId> events) {
        var found = new HashMap<EventId, Claim>();
        jdbc.query(
                FIND,
                row -> {
                    var claim = claim(row);
                    found.put(claim.event(), claim);
                },
                Columns.single(events));
        return found;
    }

    /** @throws ContentionException when one of them was claimed in the meantime */
    void claim(List<Claim> claims) {
        var rows = new Columns(14);
        claims.stream()
                .sorted(java.util.Comparator.comparing(claim -> claim.event().value()))
                .forEach(claim -> {
                    var a = claim.assignment();
                    rows.row(
                            claim.event(),
                            claim.owner(),
                            a.thread(),
                            a.seq(),
                            a.late(),
                            a.matchRule(),
                            a.message().orElse(null),
                            a.episode().map(Assignment.Episode::ticket).orElse(null),
                            a.episode().map(Assignment.Episode::policy).orElse(null),
                            a.episode().map(Assignment.Episode::reason).orElse(null),
                            a.customer().orElse(null),
                            a.furthest().orElse(null),
                            a.revision(),
                            a.refersTo().orElse(null));
                });
        if (!rows.isEmpty() && jdbc.update(CLAIM, rows.parameters()) != rows.rows()) {
            throw new ContentionException("an event");
        }
    }

    private static Claim claim(ResultSet row) throws SQLException {
        var ticket = id(row, "ticket_id", TicketId::new);
        var episode = ticket.isEmpty()
                ? Optional.<Assignment.Episode>empty()
                : Optional.of(new Assignment.Episode(
                        ticket.get(),
                        TicketPolicy.valueOf(row.getString("ticket_policy")),
                        row.getString("ticket_reason")));
        var assignment = new Assignment(
                new ThreadId(row.getObject("thread_id", UUID.class)),
                row.getLong("seq"),
                row.getBoolean("late"),
                row.getString("match_rule"),
                id(row, "message_id", MessageId::new),
                episode,
                id(row, "customer_id", CustomerId::new),
                Optional.ofNullable(row.getString("furthest")).map(ReceiptState::valueOf),
                row.getInt("revision"),
                id(row, "refers_to", MessageId::new));
        return new Claim(new EventId(row.getObject("event_id", UUID.class)), row.getString("owner"), assignment);
    }

    private static <T> Optional<T> id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(type);
    }
}
