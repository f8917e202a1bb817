package io.switchboard.gateway.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.gateway.journal.JournalEntry.Origin;
import io.switchboard.gateway.journal.Position;
import io.switchboard.gateway.storage.PostgresText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of every delivery. Written in the transaction that decided it. */
@Repository
public class DeliveryLedger {

    private static final String SAVE = """
            insert into delivery (delivery_id, tenant, connection_id, connector, owner, received_at, state, reason, events, ignored, size, sha256)
            select d.delivery_id, d.tenant, d.connection_id, d.connector, d.owner, d.received_at, d.state, d.reason, d.events, d.ignored, d.size,
                   d.sha256
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::jsonb[], ?::jsonb[],
                        ?::int[], ?::text[])
              as d(delivery_id, tenant, connection_id, connector, owner, received_at, state, reason, events, ignored, size, sha256)
            on conflict (delivery_id) do update
            set owner = excluded.owner, state = excluded.state, reason = excluded.reason, events = excluded.events, ignored = excluded.ignored,
                processed_at = now()
            """;

    private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};
    private static final TypeReference<List<Ignored>> IGNORED = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    DeliveryLedger(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was decided about a delivery. */
    public enum State {
        TRANSLATED,
        /** Nothing in it means anything to a helpdesk. */
        IGNORED,
        /** Not what the platform documents: Invalid Message Channel. */
        INVALID,
        /** We could not process it: Dead Letter Channel. */
        DEAD
    }

    /** @param duplicate published before, from another delivery */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Event(String id, String type, boolean duplicate) {}

    /** An element of a delivery that became no event, and why. */
    public record Ignored(String what, String reason) {}

    /** One line of the ledger. */
    public record Line(Origin origin, State state, String reason, List<Event> events, List<Ignored> ignored) {}

    /** One line as it is read back. */
    public record Entry(
            DeliveryId deliveryId,
            String tenant,
            String connector,
            State state,
            String reason,
            List<Event> events,
            List<Ignored> ignored,
            Instant receivedAt,
            Instant processedAt,
            int size,
            String sha256,
            Position position) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var columns = new ArrayList<List<String>>();
        for (var i = 0; i < 12; i++) {
            columns.add(new ArrayList<>());
        }
        for (var line : lines) {
            var origin = line.origin();
            var values = List.of(
                    origin.delivery().toString(),
                    origin.connection().tenant().value(),
                    origin.connection().id().toString(),
                    origin.connection().connector(),
                    origin.position().toString(),
                    origin.receivedAt().toString(),
                    line.state().name().toLowerCase(Locale.ROOT),
                    line.reason(),
                    written(line.events()),
                    written(line.ignored()),
                    Integer.toString(origin.size()),
                    origin.sha256());
            for (var i = 0; i < values.size(); i++) {
                columns.get(i).add(PostgresText.json(values.get(i)));
            }
        }
        jdbc.update(SAVE, columns.stream().map(c -> c.toArray(String[]::new)).toArray());
    }

    public Optional<Entry> find(DeliveryId id) {
        return jdbc
                .query("select * from delivery where delivery_id = ?", (row, number) -> entry(row), id.value())
                .stream()
                .findFirst();
    }

    /** The latest deliveries, newest first; only invalid and dead ones where trouble is asked for. */
    public List<Entry> latest(boolean onlyTrouble, int limit) {
        var where = onlyTrouble ? "where state in ('invalid', 'dead') " : "";
        return jdbc.query(
                "select * from delivery " + where + "order by received_at desc limit ?",
                (row, number) -> entry(row),
                limit);
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new DeliveryId(row.getObject("delivery_id", UUID.class)),
                row.getString("tenant"),
                row.getString("connector"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                read(row.getString("events"), EVENTS),
                read(row.getString("ignored"), IGNORED),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("processed_at", OffsetDateTime.class).toInstant(),
                row.getInt("size"),
                row.getString("sha256"),
                Position.parse(row.getString("owner")));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the ledger holds something it did not write", broken);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records are always JSON", impossible);
        }
    }
}
