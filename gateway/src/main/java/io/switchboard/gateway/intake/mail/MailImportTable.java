package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.gateway.intake.HistoryImports.Progress;
import io.switchboard.gateway.intake.HistoryImports.State;
import io.switchboard.gateway.storage.Background;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mailbox_import}. */
@Repository
class MailImportTable {

    /** A process that says nothing for so long is believed dead, and another one goes on. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    MailImportTable(@Background JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when the connection has one running */
    boolean add(UUID id, ConnectionId connection, Instant since) {
        return jdbc.sql("""
                        insert into mailbox_import (import_id, connection_id, since, state, held_until, started_at, changed_at)
                        values (?, ?, ?, 'running', ?, ?, ?)
                        on conflict (connection_id) where state = 'running' do nothing
                        """)
                        .params(id, connection.value(), at(since), now(), now(), now())
                        .update()
                == 1;
    }

    /** Running ones that nobody is at. */
    List<MailImport> claim(int most) {
        return jdbc.sql("""
                        update mailbox_import set held_until = ?
                        where import_id in (select import_id from mailbox_import where state = 'running' and held_until <= ?
                                            order by started_at limit ? for update skip locked)
                        returning *
                        """)
                .params(at(clock.instant().plus(LEASE)), now(), most)
                .query((row, number) -> running(row))
                .list();
    }

    /** @return false when it is no longer wanted */
    boolean save(MailImport reached) {
        return jdbc.sql("""
                        update mailbox_import set place = ?, uid_validity = ?, uid = ?, below = ?, looked = ?, taken = ?, total = ?, trouble = '',
                          held_until = ?, changed_at = ?
                        where import_id = ? and state = 'running'
                        """)
                        .param(reached.place())
                        .param(reached.uidValidity())
                        .param(reached.uid())
                        .param(reached.below())
                        .param(reached.looked())
                        .param(reached.taken())
                        .param(reached.total())
                        .param(at(clock.instant().plus(LEASE)))
                        .param(now())
                        .param(reached.id())
                        .update()
                == 1;
    }

    void end(UUID id, State state) {
        jdbc.sql(
                        "update mailbox_import set state = ?, trouble = '', changed_at = ? where import_id = ? and state = 'running'")
                .params(state.name().toLowerCase(Locale.ROOT), now(), id)
                .update();
    }

    /** It is tried again a little later. */
    void trouble(UUID id, String why) {
        jdbc.sql(
                        "update mailbox_import set trouble = ?, held_until = ?, changed_at = ? where import_id = ? and state = 'running'")
                .params(why, at(clock.instant().plus(AFTER_TROUBLE)), now(), id)
                .update();
    }

    /** Another process may go on with it. */
    void release(UUID id) {
        jdbc.sql("update mailbox_import set held_until = ? where import_id = ? and state = 'running'")
                .params(now(), id)
                .update();
    }

    Optional<Progress> find(UUID id) {
        return jdbc.sql("select * from mailbox_import where import_id = ?")
                .param(id)
                .query((row, number) -> progress(row))
                .optional();
    }

    List<Progress> of(ConnectionId connection) {
        return jdbc.sql("select * from mailbox_import where connection_id = ? order by started_at desc limit 100")
                .param(connection.value())
                .query((row, number) -> progress(row))
                .list();
    }

    List<Progress> latest(int most) {
        return jdbc.sql("select * from mailbox_import order by started_at desc limit ?")
                .param(most)
                .query((row, number) -> progress(row))
                .list();
    }

    private static MailImport running(ResultSet row) throws SQLException {
        return new MailImport(
                row.getObject("import_id", UUID.class),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                instant(row, "since"),
                row.getString("place"),
                row.getLong("uid_validity"),
                row.getLong("uid"),
                row.getLong("below"),
                row.getLong("looked"),
                row.getLong("taken"),
                row.getLong("total"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getObject("import_id", UUID.class),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                instant(row, "since"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("looked"),
                row.getLong("total"),
                row.getLong("taken"),
                row.getString("trouble"),
                instant(row, "started_at"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
