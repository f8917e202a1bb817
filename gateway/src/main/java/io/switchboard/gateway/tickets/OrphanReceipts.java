package io.switchboard.gateway.tickets;

import static io.switchboard.gateway.storage.Kind.TEXT;
import static io.switchboard.gateway.storage.Kind.TIME;
import static io.switchboard.gateway.storage.Kind.UUID;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.Failure;
import io.switchboard.canonical.InboundEvent.ReceiptChanged;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Precision;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.gateway.journal.Report;
import io.switchboard.gateway.storage.Columns;
import io.switchboard.gateway.storage.PostgresText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Statuses whose message was not known when they came: a platform may call back before its own answer to our call has
 * arrived. Kept until the message is known, then told again with our id.
 */
@Repository
class OrphanReceipts {

    private static final String FIND = """
            select o.* from orphan_receipt o
            join unnest(?::uuid[], ?::text[]) as wanted(connection_id, native_id) using (connection_id, native_id)
            order by o.received_at, o.event_id
            """;

    private static final String KEEP = """
            insert into orphan_receipt (event_id, connection_id, native_id, surface, state, failure_code, failure_text, occurred_at, received_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
            on conflict (event_id) do nothing
            """;

    /** Joined facts come after whatever their delivery itself brought. */
    private static final int FIRST_INDEX = 1_000_000;

    private final JdbcTemplate jdbc;

    OrphanReceipts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a status is about: a native id as it is stored. */
    private record Target(ConnectionId connection, String nativeId) {
        Target {
            nativeId = PostgresText.plain(nativeId);
        }
    }

    private record Orphan(
            EventId event, Surface surface, ReceiptState state, Optional<Failure> failure, Moment occurredAt) {}

    /** The facts with, behind each report that makes a message known, the statuses that waited for it. */
    List<Fact> join(List<Fact> facts) {
        var waiting = find(facts);
        if (waiting.isEmpty()) {
            return facts;
        }
        var joined = new ArrayList<Fact>();
        for (var fact : facts) {
            joined.add(fact);
            if (fact instanceof Fact.FromUs ours && ours.report() instanceof Report.ReplyProgress reply) {
                var index = FIRST_INDEX;
                for (var nativeId : reply.nativeIds()) {
                    var key = new Target(fact.connectionId(), nativeId);
                    for (var orphan : waiting.getOrDefault(key, List.of())) {
                        joined.add(joined(ours, index++, nativeId, reply, orphan));
                    }
                }
            }
        }
        return joined;
    }

    void keep(Collection<Fact.FromPlatform> orphans) {
        var rows = new Columns(UUID, UUID, TEXT, TEXT, TEXT, TEXT, TEXT, TIME, TIME);
        for (var fact : orphans) {
            var receipt = (ReceiptChanged) fact.event();
            rows.row(
                    fact.eventId().value(),
                    fact.connectionId().value(),
                    receipt.target(),
                    receipt.surface(),
                    receipt.state(),
                    receipt.failure().map(Failure::code).orElse(null),
                    receipt.failure().map(Failure::explanation).orElse(null),
                    receipt.occurredAt().at(),
                    fact.origin().receivedAt());
        }
        if (!rows.isEmpty()) {
            jdbc.update(KEEP, rows.parameters());
        }
    }

    private Map<Target, List<Orphan>> find(List<Fact> facts) {
        var wanted = new Columns(UUID, TEXT);
        for (var fact : facts) {
            if (fact instanceof Fact.FromUs ours && ours.report() instanceof Report.ReplyProgress reply) {
                reply.nativeIds()
                        .forEach(nativeId -> wanted.row(fact.connectionId().value(), nativeId));
            }
        }
        var found = new HashMap<Target, List<Orphan>>();
        if (!wanted.isEmpty()) {
            jdbc.query(
                    FIND,
                    row -> {
                        var key = new Target(
                                new ConnectionId(row.getObject("connection_id", UUID.class)),
                                row.getString("native_id"));
                        found.computeIfAbsent(key, absent -> new ArrayList<>()).add(orphan(row));
                    },
                    wanted.parameters());
        }
        return found;
    }

    private static Fact joined(
            Fact.FromUs ours, int index, String nativeId, Report.ReplyProgress reply, Orphan orphan) {
        var receipt = new ReceiptChanged(
                nativeId,
                Optional.of(reply.message()),
                orphan.state(),
                orphan.failure(),
                // The thread is the report's: a message known by now needs no address to be found.
                ThreadAddress.of("message:" + nativeId),
                orphan.surface(),
                orphan.occurredAt());
        return new Fact.Joined(ours.origin(), index, orphan.event(), reply.thread(), receipt);
    }

    private static Orphan orphan(ResultSet row) throws SQLException {
        var code = row.getString("failure_code");
        return new Orphan(
                new EventId(row.getObject("event_id", UUID.class)),
                Surface.valueOf(row.getString("surface")),
                ReceiptState.valueOf(row.getString("state")),
                code == null ? Optional.empty() : Optional.of(new Failure(code, row.getString("failure_text"))),
                new Moment(ThreadStore.instant(row, "occurred_at").orElseThrow(), Precision.MILLISECONDS));
    }
}
