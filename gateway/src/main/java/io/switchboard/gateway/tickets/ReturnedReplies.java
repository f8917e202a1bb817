package io.switchboard.gateway.tickets;

import io.switchboard.canonical.Failure;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent.MessageReceived;
import io.switchboard.canonical.InboundEvent.ReceiptChanged;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadLink;
import io.switchboard.gateway.journal.Report;
import io.switchboard.gateway.storage.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Replies that a mail system returned under another name than ours: Amazon SES and Exchange give a mail an id of their own. A connector knows by
 * itself only the ids it made, and tells of those that they failed; of the others it is told here, in the same words, so that both together
 * are one event.
 */
@Repository
class ReturnedReplies {

    private static final String FIND = """
            select message_key, native_id, message_id, thread_id from message_index where message_key = any(?::uuid[]) and direction = 'OUTBOUND'
            """;

    private static final String ROLES =
            "select max(role) from thread_participant where thread_id = ? and identity_id = any(?::uuid[])";

    /** What is told here comes after whatever the delivery itself brought. */
    private static final int FIRST_INDEX = 2_000_000;

    private static final int MOST_RECIPIENTS = 20;

    private final JdbcTemplate jdbc;

    ReturnedReplies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A reply of ours as it is known by one of its names. */
    private record Ours(String nativeId, MessageId message, ThreadId thread) {}

    /** The facts with, behind each message that returns a reply and does not tell so, that the reply failed. */
    List<Fact> join(List<Fact> facts) {
        var wanted = new ArrayList<UUID>();
        for (var fact : facts) {
            if (fact instanceof Fact.FromPlatform platform) {
                returned(platform).ifPresent(key -> wanted.add(key.derived().value()));
            }
        }
        return wanted.isEmpty() ? facts : joined(facts, known(wanted));
    }

    private List<Fact> joined(List<Fact> facts, Map<MessageId, Ours> known) {
        var told = facts.stream()
                .filter(fact ->
                        fact instanceof Fact.FromPlatform platform && platform.event() instanceof ReceiptChanged)
                .map(Fact::origin)
                .collect(Collectors.toSet());
        var joined = new ArrayList<Fact>();
        for (var fact : facts) {
            joined.add(fact);
            switch (fact) {
                case Fact.FromUs ours
                when ours.report() instanceof Report.ReplyProgress reply -> learn(ours, reply, known);
                case Fact.FromPlatform platform
                when !told.contains(platform.origin()) ->
                    returned(platform)
                            .flatMap(key -> Optional.ofNullable(known.get(key.derived())))
                            .filter(reply -> !isOnlyACopy(platform, reply))
                            .ifPresent(reply -> joined.add(failed(platform, reply)));
                case Fact.FromUs ours -> {}
                case Fact.FromPlatform platform -> {}
                case Fact.Joined late -> {}
            }
        }
        return joined;
    }

    /** A reply and what returns it may be decided together. */
    private static void learn(Fact.FromUs fact, Report.ReplyProgress reply, Map<MessageId, Ours> known) {
        keys(fact, reply)
                .forEach(key ->
                        known.putIfAbsent(key.derived(), new Ours(key.nativeId(), reply.message(), reply.thread())));
    }

    /** Under these a reply is found by what a mail system calls it; the row leads back to the first name it has. */
    static Stream<MessageIndex.Key> keys(Fact fact, Report.ReplyProgress reply) {
        return reply.nativeIds().stream()
                .limit(1)
                .flatMap(name -> reply.threadKeys().stream()
                        .map(key -> new MessageIndex.Key(
                                MessageId.of(fact.tenant(), fact.connectionId(), key.value()),
                                fact.connectionId(),
                                name)));
    }

    /** The message that this one returns for good. What is only delayed may still arrive. */
    private static Optional<MessageIndex.Key> returned(Fact.FromPlatform fact) {
        return fact.event() instanceof MessageReceived(var message) && isFinal(message)
                ? message.thread().links().stream()
                        .filter(link -> link.kind() == ThreadLink.Kind.RETURNED)
                        .map(link -> MessageIndex.Key.of(fact, link.key().value()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isFinal(InboundMessage message) {
        return message.flags().contains(MessageFlag.BOUNCE) && isFailed(message, "bounce.");
    }

    private static boolean isFailed(InboundMessage message, String recipient) {
        return "failed".equals(message.ext().get(recipient + "action"));
    }

    private Map<MessageId, Ours> known(List<UUID> keys) {
        var found = new HashMap<MessageId, Ours>();
        jdbc.query(
                FIND,
                row -> {
                    found.put(
                            new MessageId(row.getObject("message_key", UUID.class)),
                            new Ours(
                                    row.getString("native_id"),
                                    new MessageId(row.getObject("message_id", UUID.class)),
                                    new ThreadId(row.getObject("thread_id", UUID.class))));
                },
                Columns.uuids(keys));
        return found;
    }

    /** Who was answered may have the reply when only those did not get it who are known in the thread for their copies. */
    private boolean isOnlyACopy(Fact.FromPlatform fact, Ours reply) {
        var failed = recipients(fact);
        return !failed.isEmpty()
                && failed.stream()
                        .allMatch(names -> Optional.ofNullable(jdbc.queryForObject(
                                        ROLES, Short.class, reply.thread().value(), Columns.uuids(names)))
                                .map(Role::of)
                                .equals(Optional.of(Role.COPIED)));
    }

    /** The names of each recipient of whom a bounce says that it failed. */
    private static List<List<UUID>> recipients(Fact.FromPlatform fact) {
        var all = new ArrayList<List<UUID>>();
        if (fact.event() instanceof MessageReceived(var message)) {
            for (var number = 1; number <= MOST_RECIPIENTS; number++) {
                var prefix = number == 1 ? "bounce." : "bounce." + number + ".";
                if (isFailed(message, prefix)) {
                    all.add(Stream.of("final_recipient", "original_recipient")
                            .flatMap(name -> Optional.ofNullable(message.ext().get(prefix + name)).stream())
                            .filter(address -> !address.isBlank())
                            .map(address -> IdentityKey.global("email", address.toLowerCase(Locale.ROOT)))
                            .map(key -> IdentityId.of(fact.tenant(), key).value())
                            .toList());
                }
            }
        }
        return all;
    }

    private static Fact failed(Fact.FromPlatform bounce, Ours reply) {
        var message = ((MessageReceived) bounce.event()).message();
        var receipt = new ReceiptChanged(
                reply.nativeId(),
                Optional.of(reply.message()),
                ReceiptState.FAILED,
                Optional.of(new Failure(
                        message.ext().getOrDefault("bounce.status", "5.0.0"),
                        "the recipient's mail server did not take the mail")),
                message.thread(),
                message.surface(),
                message.occurredAt());
        return new Fact.FromPlatform(bounce.origin(), FIRST_INDEX + bounce.index(), receipt);
    }
}
