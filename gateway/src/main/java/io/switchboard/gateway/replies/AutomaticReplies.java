package io.switchboard.gateway.replies;

import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.BlockedReason;
import io.switchboard.gateway.storage.Background;
import io.switchboard.gateway.tickets.Threads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What keeps two machines from answering each other for ever (RFC 3834 §2): nothing automatic is sent in answer to a machine, and to each
 * customer of a connection only so much a day, for the machines that do not say they are.
 */
@Component
class AutomaticReplies {

    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final RepliesProperties properties;
    private final Clock clock;

    AutomaticReplies(@Background JdbcClient jdbc, RepliesProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Why this one may not go out; otherwise it counts from now on, however often it is tried. */
    @Transactional("background")
    public Optional<BlockedReason> refusal(Reply reply, Threads.View thread) {
        if (!reply.command().isAutomatic()) {
            return Optional.empty();
        }
        if (thread.byMachine()) {
            return Optional.of(BlockedReason.LOOP_SUSPECTED);
        }
        var party = thread.customer()
                .map(customer -> customer.value())
                .orElse(thread.id().value());
        var writer = reply.command().author().orElse(AuthorKind.RULE);
        return isWithinBudget(reply, party, writer) ? Optional.empty() : Optional.of(BlockedReason.BUDGET_EXHAUSTED);
    }

    private boolean isWithinBudget(Reply reply, UUID party, AuthorKind writer) {
        var connection = reply.connection().value();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(connection + "/" + party)
                .query(row -> {});
        jdbc.sql("delete from automatic_reply where connection_id = ? and party = ? and sent_at <= ?")
                .params(connection, party, at(clock.instant().minus(DAY)))
                .update();
        var others = jdbc.sql("""
                        select count(*) from automatic_reply
                        where connection_id = ? and party = ? and written_by = ? and not (tenant = ? and command_id = ?)
                        """)
                .params(
                        connection,
                        party,
                        writer.name(),
                        reply.tenant().value(),
                        reply.command().commandId())
                .query(Integer.class)
                .single();
        if (others >= properties.automaticPerDay(writer)) {
            return false;
        }
        jdbc.sql("""
                        insert into automatic_reply (connection_id, party, tenant, command_id, written_by, sent_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        connection,
                        party,
                        reply.tenant().value(),
                        reply.command().commandId(),
                        writer.name())
                .param(at(clock.instant()))
                .update();
        return true;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
