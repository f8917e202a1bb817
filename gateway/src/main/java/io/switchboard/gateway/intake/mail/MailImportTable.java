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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mailbox_import}. Who is at an import is in its row; a process that fell silent loses it, see {@link MailProcess}. */
@Repository
class MailImportTable {

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final MailProcess process;
    private final Clock clock;

    MailImportTable(@Background JdbcClient jdbc, MailProcess process, Clock clock) {
        this.jdbc = jdbc;
        this.process = process;
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

    /**
     * Running ones that nobody is at, from now on this process's.
     *
     * @param underWay what this process is at, or will soon find out that it no longer is
     */
    List<MailImport> claim(int most, Collection<UUID> underWay) {
        return jdbc.sql("""
                        update mailbox_import set process_id = ?
                        where import_id in (select import_id from mailbox_import where state = 'running' and held_until <= ?
                                              and (process_id is null or process_id = ?) and import_id <> all(?::uuid[])
                                            order by started_at limit ? for update skip locked)
                        returning *
                        """)
                .params(process.id(), now(), process.id())
                .param(underWay.stream().map(UUID::toString).toArray(String[]::new))
                .param(most)
                .query((row, number) -> running(row))
                .list();
    }

    /** @return false when it is no longer wanted, or another process is at it */
    boolean save(MailImport reached) {
        return jdbc.sql("""
                        update mailbox_import set place = ?, uid_validity = ?, uid = ?, below = ?, looked = ?, taken = ?, total = ?, trouble = '', changed_at = ?
                        where import_id = ? and state = 'running' and process_id = ?
                        """)
                        .param(reached.place())
                        .param(reached.uidValidity())
                        .param(reached.uid())
                        .param(reached.below())
                        .param(reached.looked())
                        .param(reached.taken())
                        .param(reached.total())
                        .param(now())
                        .param(reached.id())
                        .param(process.id())
                        .update()
                == 1;
    }

    /** Somebody wants it no longer, whoever is at it. */
    void cancel(UUID id) {
        jdbc.sql("""
                        update mailbox_import set state = 'cancelled', process_id = null, trouble = '', changed_at = ?
                        where import_id = ? and state = 'running'
                        """).params(now(), id).update();
    }

    /** @return false when it was not this process's to end */
    boolean done(UUID id) {
        return jdbc.sql("""
                        update mailbox_import set state = 'done', process_id = null, trouble = '', changed_at = ?
                        where import_id = ? and state = 'running' and process_id = ?
                        """).params(now(), id, process.id()).update() == 1;
    }

    /**
     * It is tried again a little later.
     *
     * @return false when it is no longer this process's
     */
    boolean trouble(UUID id, String why) {
        return jdbc.sql("""
                        update mailbox_import set trouble = ?, held_until = ?, process_id = null, changed_at = ?
                        where import_id = ? and state = 'running' and process_id = ?
                        """)
                        .params(why, at(clock.instant().plus(AFTER_TROUBLE)), now(), id, process.id())
                        .update()
                == 1;
    }

    /** Another process may go on with it. */
    void release(UUID id) {
        jdbc.sql("update mailbox_import set process_id = null where import_id = ? and process_id = ?")
                .params(id, process.id())
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
