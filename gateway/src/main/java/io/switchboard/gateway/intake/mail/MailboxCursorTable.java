package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.intake.mail.MailboxCursor.Resync;
import io.switchboard.gateway.storage.Background;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mailbox_cursor}, one row per connection and folder. */
@Repository
class MailboxCursorTable implements MailboxCursors {

    /** Locks the turn, so that whoever takes it over finds what was saved. */
    private static final String SAVE = """
            insert into mailbox_cursor (connection_id, folder, place, uid_validity, uid, looked_at, resync_since, resync_below)
            select connection_id, ?, ?, ?, ?, ?, ?::timestamptz, ? from mailbox_turn where connection_id = ? and process_id = ? for share
            on conflict (connection_id, folder) do update
            set place = excluded.place, uid_validity = excluded.uid_validity, uid = excluded.uid, looked_at = excluded.looked_at,
              resync_since = excluded.resync_since, resync_below = excluded.resync_below
            """;

    private final JdbcClient jdbc;
    private final MailProcess process;

    MailboxCursorTable(@Background JdbcClient jdbc, MailProcess process) {
        this.jdbc = jdbc;
        this.process = process;
    }

    @Override
    public Optional<MailboxCursor> find(Mailbox mailbox) {
        return jdbc.sql("select * from mailbox_cursor where connection_id = ? and folder = ?")
                .params(mailbox.connection().value(), mailbox.folder())
                .query((row, number) -> cursor(row))
                .optional();
    }

    @Override
    public void save(Mailbox mailbox, MailboxCursor cursor) throws TakenOverException {
        var saved = jdbc.sql(SAVE)
                .param(mailbox.folder())
                .param(cursor.place())
                .param(cursor.uidValidity())
                .param(cursor.uid())
                .param(at(cursor.lookedAt()))
                .param(cursor.resync().map(again -> at(again.since())).orElse(null))
                .param(cursor.resync().map(Resync::below).orElse(0L))
                .param(mailbox.connection().value())
                .param(process.id())
                .update();
        if (saved == 0) {
            throw new TakenOverException();
        }
    }

    private static MailboxCursor cursor(ResultSet row) throws SQLException {
        var since = row.getObject("resync_since", OffsetDateTime.class);
        var below = row.getLong("resync_below");
        return new MailboxCursor(
                row.getString("place"),
                row.getLong("uid_validity"),
                row.getLong("uid"),
                row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(since).map(time -> new Resync(time.toInstant(), below)));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
