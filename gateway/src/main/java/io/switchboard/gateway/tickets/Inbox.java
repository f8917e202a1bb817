package io.switchboard.gateway.tickets;

import static io.switchboard.gateway.storage.Kind.BIGINT;
import static io.switchboard.gateway.storage.Kind.BOOLEAN;
import static io.switchboard.gateway.storage.Kind.INTEGER;
import static io.switchboard.gateway.storage.Kind.SMALLINT;
import static io.switchboard.gateway.storage.Kind.TEXT;
import static io.switchboard.gateway.storage.Kind.UUID;

import io.switchboard.canonical.Channel;
import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadMatch;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.TicketPolicy;
import io.switchboard.gateway.storage.Columns;
import io.switchboard.gateway.storage.NewRows;
import io.switchboard.gateway.storage.Ring;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The Idempotent Receiver. An event already claimed by another owner is a duplicate; one claimed by the same owner is a replay
 * after a crash and yields the very same event again, so that a crash between claim and publish swallows nothing.
 */
@Repository
class Inbox {

    private static final String FIND = "select * from inbox where event_id = any(?::uuid[]) and slot in (1, 2, 3)";
    private static final String FIND_MAIL = "select * from inbox where event_id = any(?::uuid[]) and slot = 0";

    /** Mail is known by its Message-ID for ever: a mailbox may be read again from its beginning. */
    private static final short FOR_EVER = 0;

    private final JdbcTemplate jdbc;

    Inbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A claim somebody made.
     *
     * @param slot the part of the inbox it is kept in; the same for the same record of the journal, so that two processes that work
     *     on it meet there
     */
    record Claim(EventId event, short slot, String owner, Assignment assignment) {

        static Claim of(Fact fact, Assignment assignment) {
            var slot = isMail(fact) ? FOR_EVER : Ring.INBOX.slot(fact.origin().recordedAt());
            return new Claim(fact.eventId(), slot, fact.owner(), assignment);
        }
    }

    private static boolean isMail(Fact fact) {
        return fact.surface().channel() == Channel.EMAIL;
    }

    Map<EventId, Claim> find(Collection<Fact> facts) {
        var mail = new ArrayList<UUID>();
        var others = new ArrayList<UUID>();
        facts.forEach(fact -> (isMail(fact) ? mail : others).add(fact.eventId().value()));
        var found = new HashMap<EventId, Claim>();
        find(FIND, others, found);
        find(FIND_MAIL, mail, found);
        return found;
    }

    private void find(String statement, List<UUID> events, Map<EventId, Claim> found) {
        if (!events.isEmpty()) {
            jdbc.query(
                    statement,
                    row -> {
                        var claim = claim(row);
                        found.put(claim.event(), claim);
                    },
                    Columns.uuids(events));
        }
    }

    /** @throws ContentionException when one of them was claimed in the meantime */
    void claim(List<Claim> claims) {
        var rows = rows();
        claims.stream()
                .sorted(java.util.Comparator.comparing(claim -> claim.event().value()))
                .forEach(claim -> {
                    var a = claim.assignment();
                    rows.row(
                            claim.slot(),
                            claim.event().value(),
                            claim.owner(),
                            a.thread().value(),
                            a.seq(),
                            a.late(),
                            a.match().rule(),
                            doubt(a),
                            a.message().map(MessageId::value).orElse(null),
                            a.episode().map(episode -> episode.ticket().value()).orElse(null),
                            a.episode().map(Assignment.Episode::policy).orElse(null),
                            a.episode().map(Assignment.Episode::reason).orElse(null),
                            a.customer().map(CustomerId::value).orElse(null),
                            a.furthest().orElse(null),
                            a.revision(),
                            a.refersTo().map(MessageId::value).orElse(null));
                });
        ContentionException.orElse("an event", () -> rows.insert(jdbc));
    }

    private static NewRows rows() {
        return new NewRows(
                "inbox",
                "slot, event_id, owner, thread_id, seq, late, match_rule, match_doubt, message_id, ticket_id, ticket_policy, ticket_reason, customer_id,"
                        + " furthest, revision, refers_to",
                SMALLINT,
                UUID,
                TEXT,
                UUID,
                BIGINT,
                BOOLEAN,
                TEXT,
                TEXT,
                UUID,
                UUID,
                TEXT,
                TEXT,
                UUID,
                TEXT,
                INTEGER,
                UUID);
    }

    /** What is not certain about an assignment, for the few where anything is. */
    private record Doubt(double confidence, List<ThreadMatch.Alternative> alternatives, List<TicketId> mergeWith) {

        static final Doubt NONE = new Doubt(1.0, List.of(), List.of());

        private Doubt {
            alternatives = List.copyOf(alternatives);
            mergeWith = List.copyOf(mergeWith);
        }
    }

    private static @Nullable String doubt(Assignment assignment) {
        var match = assignment.match();
        var mergeWith = assignment.episode().map(Assignment.Episode::mergeWith).orElse(List.of());
        var doubt = new Doubt(match.confidence(), match.alternatives(), mergeWith);
        return doubt.equals(Doubt.NONE) ? null : ThreadStore.json(doubt);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        var doubt = ThreadStore.read(row.getString("match_doubt"), Doubt.class).orElse(Doubt.NONE);
        var ticket = id(row, "ticket_id", TicketId::new);
        var episode = ticket.isEmpty()
                ? Optional.<Assignment.Episode>empty()
                : Optional.of(new Assignment.Episode(
                        ticket.get(),
                        TicketPolicy.valueOf(row.getString("ticket_policy")),
                        row.getString("ticket_reason"),
                        doubt.mergeWith()));
        var assignment = new Assignment(
                new ThreadId(row.getObject("thread_id", UUID.class)),
                row.getLong("seq"),
                row.getBoolean("late"),
                new ThreadMatch(row.getString("match_rule"), doubt.confidence(), doubt.alternatives()),
                id(row, "message_id", MessageId::new),
                episode,
                id(row, "customer_id", CustomerId::new),
                Optional.ofNullable(row.getString("furthest")).map(ReceiptState::valueOf),
                row.getInt("revision"),
                id(row, "refers_to", MessageId::new));
        return new Claim(
                new EventId(row.getObject("event_id", UUID.class)),
                row.getShort("slot"),
                row.getString("owner"),
                assignment);
    }

    private static <T> Optional<T> id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(type);
    }
}
