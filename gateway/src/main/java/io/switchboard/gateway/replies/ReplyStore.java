package io.switchboard.gateway.replies;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.Failure;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.storage.Background;
import io.switchboard.gateway.storage.PostgresText;
import io.switchboard.gateway.tickets.OutboundConfirmations;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Replies and their attempts in PostgreSQL. */
@Repository
class ReplyStore implements OutboundConfirmations {

    /** Longer than any call may take: whoever holds a lease beyond that is gone. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    /** A reply is told to be queued before it is anything else. */
    private static final String CLAIM = """
            with due as (
              select r.tenant, r.command_id from reply r
              where r.connector = :connector and r.state in ('queued', 'deferred') and r.due_at <= :now and r.reported is not null
                and not exists (select 1 from reply earlier where earlier.thread_id = r.thread_id and earlier.position < r.position
                                and earlier.state in ('queued', 'calling', 'deferred'))
              order by r.position limit :most for update skip locked)
            update reply r set state = 'calling', attempt = r.attempt + 1, lease_until = :lease, changed_at = :now
            from due where r.tenant = due.tenant and r.command_id = due.command_id
            returning r.*
            """;

    private final JdbcClient interactive;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param interactive takes commands, for which somebody waits, and what the flow's own transaction confirms */
    ReplyStore(JdbcClient interactive, @Background JdbcClient jdbc, Clock clock) {
        this.interactive = interactive;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the command is new; the same again changes nothing */
    boolean add(Reply reply) {
        var content = new String(CanonicalJson.write(reply.command()), StandardCharsets.UTF_8);
        return interactive
                        .sql("""
                        insert into reply (tenant, command_id, thread_id, connection_id, connector, surface, message_id, content, state,
                                           due_at, created_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'queued', ?, ?, ?) on conflict (tenant, command_id) do nothing
                        """)
                        .params(
                                reply.tenant().value(),
                                reply.command().commandId(),
                                reply.thread().value())
                        .params(
                                reply.connection().value(),
                                reply.connector(),
                                reply.surface().name())
                        .params(reply.message().value(), PostgresText.json(content), now(), now(), now())
                        .update()
                == 1;
    }

    /** Takes what is due, the oldest of each thread, and stores the intent to call before anybody calls. */
    @Transactional("background")
    List<Reply> claim(String connector, int most) {
        var claimed = jdbc.sql(CLAIM)
                .param("connector", connector)
                .param("now", now())
                .param("lease", at(clock.instant().plus(LEASE)))
                .param("most", most)
                .query((row, number) -> reply(row))
                .list();
        claimed.forEach(reply -> jdbc.sql("""
                        insert into reply_attempt (tenant, command_id, attempt, started_at) values (?, ?, ?, ?)
                        on conflict (tenant, command_id, attempt) do update set started_at = excluded.started_at, ended_at = null
                        """)
                .params(reply.tenant().value(), reply.command().commandId(), reply.attempt(), now())
                .update());
        return claimed;
    }

    /** Stores what an attempt came to. A message the platform already spoke of is sent, whatever the call looked like. */
    @Transactional("background")
    void finish(Reply reply, ReplyState.After after) {
        switch (after.state()) {
            case ReplyState.Sent() -> finish(reply, after, "sent", null, null, null);
            case ReplyState.Refused(var reason, var blocks) ->
                finish(reply, after, "refused", null, reason, blocks.orElse(null));
            case ReplyState.Deferred(var until, var reason) -> finish(reply, after, "deferred", until, reason, null);
            case ReplyState.Unconfirmed(var cause) ->
                finish(reply, after, "unconfirmed", null, new Failure("unconfirmed", cause), null);
            case ReplyState.Postponed(var until) ->
                jdbc.sql("""
                                update reply set state = case when attempt = 1 then 'queued' else 'deferred' end, attempt = attempt - 1,
                                  due_at = ?, native_ids = ?, aliases = ?, lease_until = null where tenant = ? and command_id = ? and state = 'calling'
                                """)
                        .params(
                                at(until),
                                after.nativeIds().toArray(String[]::new),
                                after.aliases().toArray(String[]::new),
                                reply.tenant().value(),
                                reply.command().commandId())
                        .update();
        }
    }

    /** Attempts whose process is gone: nobody knows what the platform did. */
    int expire(String connector) {
        return jdbc.sql("""
                        update reply set state = case when confirmed then 'sent' else 'unconfirmed' end, lease_until = null, changed_at = ?,
                          failure_code = 'unconfirmed', failure_text = 'the gateway stopped while the platform was being called'
                        where connector = ? and state = 'calling' and lease_until < ?
                        """).params(now(), connector, now()).update();
    }

    @Override
    public void confirmed(Collection<MessageId> messages) {
        var ids = messages.stream().map(MessageId::value).toList();
        interactive.sql("""
                        update reply set confirmed = true, changed_at = :now,
                          state = case when state = 'unconfirmed' then 'sent' else state end,
                          failure_code = case when state = 'unconfirmed' then null else failure_code end,
                          failure_text = case when state = 'unconfirmed' then null else failure_text end
                        where message_id in (:ids) and not confirmed
                        """).param("ids", ids).param("now", now()).update();
    }

    /** A reply whose latest state is not in the journal yet. */
    record Unreported(
            Reply reply,
            String state,
            Optional<Failure> failure,
            Optional<Instant> dueAt,
            Optional<BlockedReason> blocks,
            Instant changedAt) {}

    List<Unreported> unreported(String connector, int most) {
        return jdbc.sql("""
                        select * from reply where connector = ? and state <> 'calling' and reported is distinct from state || ':' || attempt::text
                        order by changed_at limit ?
                        """)
                .params(connector, most)
                .query((row, number) -> unreported(row))
                .list();
    }

    void reported(Unreported done) {
        jdbc.sql("update reply set reported = ? where tenant = ? and command_id = ?")
                .params(
                        done.state() + ":" + done.reply().attempt(),
                        done.reply().tenant().value())
                .params(done.reply().command().commandId())
                .update();
    }

    private void finish(
            Reply reply,
            ReplyState.After after,
            String state,
            @Nullable Instant dueAt,
            @Nullable Failure reason,
            @Nullable BlockedReason blocks) {
        var code = reason == null ? null : reason.code();
        var text = reason == null ? null : reason.explanation();
        jdbc.sql("""
                        update reply set state = case when confirmed and :state = 'unconfirmed' then 'sent' else :state end, due_at = :due,
                          native_ids = :ids, aliases = :aliases, failure_code = :code, failure_text = :text, blocks = :blocks, lease_until = null, changed_at = :now
                        where tenant = :tenant and command_id = :command and state = 'calling' and attempt = :attempt
                        """)
                .param("state", state)
                .param("due", dueAt == null ? null : at(dueAt), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ids", after.nativeIds().toArray(String[]::new))
                .param("aliases", after.aliases().toArray(String[]::new))
                .param("code", code, java.sql.Types.VARCHAR)
                .param("text", text, java.sql.Types.VARCHAR)
                .param("blocks", blocks == null ? null : blocks.name(), java.sql.Types.VARCHAR)
                .param("now", now())
                .param("tenant", reply.tenant().value())
                .param("command", reply.command().commandId())
                .param("attempt", reply.attempt())
                .update();
        jdbc.sql("""
                        update reply_attempt set ended_at = ?, outcome = ?, failure_code = ?, failure_text = ?
                        where tenant = ? and command_id = ? and attempt = ?
                        """)
                .params(now(), state, code, text)
                .params(reply.tenant().value(), reply.command().commandId(), reply.attempt())
                .update();
    }

    private static Unreported unreported(ResultSet row) throws SQLException {
        var code = row.getString("failure_code");
        return new Unreported(
                reply(row),
                row.getString("state"),
                code == null ? Optional.empty() : Optional.of(new Failure(code, row.getString("failure_text"))),
                row.getString("state").equals("deferred")
                        ? Optional.of(
                                row.getObject("due_at", OffsetDateTime.class).toInstant())
                        : Optional.empty(),
                Optional.ofNullable(row.getString("blocks")).map(BlockedReason::valueOf),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Reply reply(ResultSet row) throws SQLException {
        return new Reply(
                new TenantId(row.getString("tenant")),
                new ThreadId(row.getObject("thread_id", UUID.class)),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                row.getString("connector"),
                Surface.valueOf(row.getString("surface").toUpperCase(Locale.ROOT)),
                new MessageId(row.getObject("message_id", UUID.class)),
                CanonicalJson.read(row.getString("content").getBytes(StandardCharsets.UTF_8), ReplyCommand.class),
                row.getInt("attempt"),
                List.of((String[]) row.getArray("native_ids").getArray()),
                List.of((String[]) row.getArray("aliases").getArray()));
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
