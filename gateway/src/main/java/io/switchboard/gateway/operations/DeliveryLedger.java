package io.switchboard.gateway.operations;

import static io.switchboard.gateway.storage.Kind.BYTES;
import static io.switchboard.gateway.storage.Kind.INTEGER;
import static io.switchboard.gateway.storage.Kind.SMALLINT;
import static io.switchboard.gateway.storage.Kind.TEXT;
import static io.switchboard.gateway.storage.Kind.TIME;
import static io.switchboard.gateway.storage.Kind.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.gateway.journal.JournalEntry.Origin;
import io.switchboard.gateway.journal.Position;
import io.switchboard.gateway.storage.Administration;
import io.switchboard.gateway.storage.NewRows;
import io.switchboard.gateway.storage.Ring;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of every delivery. Written in the transaction that decided it, a line for each time it was decided: a replay adds one,
 * and the last one counts. Lines are only ever added, behind each other in table and index.
 */
@Repository
public class DeliveryLedger {

    private static final String LATEST = """
            select distinct on (delivery_id) * from delivery order by delivery_id desc, processed_at desc limit ?
            """;

    /** What was in trouble once and is no longer does not show. */
    private static final String TROUBLE = """
            select distinct on (delivery_id) * from delivery d
            where state in ('invalid', 'dead')
              and not exists (select from delivery later where later.delivery_id = d.delivery_id and later.processed_at > d.processed_at
                              and later.state not in ('invalid', 'dead'))
            order by delivery_id desc, processed_at desc limit ?
            """;

    private static final String DUPLICATE = "duplicate";
    private static final TypeReference<List<Ignored>> IGNORED = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JdbcTemplate reading;
    private final ObjectMapper json;

    DeliveryLedger(JdbcTemplate jdbc, @Administration JdbcTemplate reading, ObjectMapper json) {
        this.jdbc = jdbc;
        this.reading = reading;
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
    public record Event(String id, String type, boolean duplicate) {

        /** One line: {@code message.received 0190… duplicate}. */
        private String line() {
            return type + " " + id + (duplicate ? " " + DUPLICATE : "");
        }

        private static Event parse(String line) {
            var words = line.split(" ", 3);
            return new Event(words[1], words[0], words.length == 3 && words[2].equals(DUPLICATE));
        }
    }

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
        var rows = new NewRows(
                "delivery",
                "slot, delivery_id, tenant, connection_id, connector, owner, received_at, state, reason, events, ignored, size, sha256",
                SMALLINT,
                UUID,
                TEXT,
                UUID,
                TEXT,
                TEXT,
                TIME,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                INTEGER,
                BYTES);
        for (var line : lines) {
            var origin = line.origin();
            rows.row(
                    Ring.DELIVERIES.slot(origin.recordedAt()),
                    origin.delivery().value(),
                    origin.connection().tenant(),
                    origin.connection().id().value(),
                    origin.connection().connector(),
                    origin.position(),
                    origin.receivedAt(),
                    line.state().name().toLowerCase(Locale.ROOT),
                    line.reason(),
                    line.events().stream().map(Event::line).collect(Collectors.joining("\n")),
                    line.ignored().isEmpty() ? null : written(line.ignored()),
                    origin.size(),
                    HexFormat.of().parseHex(origin.sha256()));
        }
        rows.insert(jdbc);
    }

    public Optional<Entry> find(DeliveryId id) {
        return reading
                .query(
                        "select * from delivery where delivery_id = ? order by processed_at desc limit 1",
                        (row, number) -> entry(row),
                        id.value())
                .stream()
                .findFirst();
    }

    /** The latest deliveries, newest first; only invalid and dead ones where trouble is asked for. */
    public List<Entry> latest(boolean onlyTrouble, int limit) {
        return reading.query(onlyTrouble ? TROUBLE : LATEST, (row, number) -> entry(row), limit);
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new DeliveryId(row.getObject("delivery_id", UUID.class)),
                row.getString("tenant"),
                row.getString("connector"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getString("events").lines().map(Event::parse).toList(),
                ignored(row.getString("ignored")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("processed_at", OffsetDateTime.class).toInstant(),
                row.getInt("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                Position.parse(row.getString("owner")));
    }

    private List<Ignored> ignored(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, IGNORED);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the ledger holds something it did not write", broken);
        }
    }

    private String written(List<Ignored> ignored) {
        try {
            return json.writeValueAsString(ignored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records are always JSON", impossible);
        }
    }
}
