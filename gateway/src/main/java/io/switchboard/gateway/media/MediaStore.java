package io.switchboard.gateway.media;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AttachmentId;
import io.switchboard.canonical.AttachmentState;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.json.CanonicalJson;
import io.switchboard.gateway.journal.Position;
import io.switchboard.gateway.storage.Background;
import java.nio.charset.StandardCharsets;
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

/** Files and where they are, in PostgreSQL. */
@Repository
class MediaStore {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    MediaStore(@Background JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes what is due; a claim whose process is gone falls due again. */
    List<PendingFile> claim(String connector, int most) {
        return jdbc.sql("""
                        with due as (select attachment_id from attachment
                                     where connector = ? and state in ('pending', 'fetching') and due_at <= ? order by due_at limit ?
                                     for update skip locked)
                        update attachment a set state = 'fetching', attempts = attempts + 1, due_at = ?, changed_at = ?
                        from due where a.attachment_id = due.attachment_id returning a.*
                        """)
                .params(connector, now(), most, at(clock.instant().plus(LEASE)), now())
                .query((row, number) -> pending(row))
                .list();
    }

    void retry(PendingFile file, Instant due, String reason) {
        jdbc.sql(
                        "update attachment set state = 'pending', due_at = ?, failure = ?, changed_at = ? where attachment_id = ?")
                .params(at(due), reason, now(), file.announced().attachmentId().value())
                .update();
    }

    void finish(Attachment file) {
        jdbc.sql("""
                        update attachment set state = ?, content_type = ?, size = ?, sha256 = ?, storage_reference = ?, failure = ?, due_at = null,
                          changed_at = ? where attachment_id = ?
                        """)
                .params(
                        file.state().name().toLowerCase(Locale.ROOT),
                        file.declaredType().orElse(null),
                        file.size().orElse(null),
                        file.sha256().orElse(null))
                .params(file.storageReference().orElse(null), file.failure().orElse(null), now())
                .param(file.attachmentId().value())
                .update();
    }

    /** A file whose end is not in the journal yet. */
    record Unreported(PendingFile file, Attachment now, Instant at) {}

    List<Unreported> unreported(String connector, int most) {
        return jdbc.sql("""
                        select * from attachment where connector = ? and state not in ('pending', 'fetching') and reported is distinct from state
                        order by changed_at limit ?
                        """)
                .params(connector, most)
                .query((row, number) -> {
                    var file = pending(row);
                    return new Unreported(file, now(row, file.announced()), instant(row, "changed_at"));
                })
                .list();
    }

    void reported(Unreported done) {
        jdbc.sql("update attachment set reported = state where attachment_id = ?")
                .param(done.now().attachmentId().value())
                .update();
    }

    Optional<Attachment> find(AttachmentId id) {
        return jdbc.sql("select * from attachment where attachment_id = ?")
                .param(id.value())
                .query((row, number) -> now(row, pending(row).announced()))
                .optional();
    }

    private static Attachment now(ResultSet row, Attachment announced) throws SQLException {
        var size = row.getObject("size", Long.class);
        return new Attachment(
                announced.attachmentId(),
                announced.kind(),
                AttachmentState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                announced.fileName(),
                Optional.ofNullable(row.getString("content_type")).or(announced::declaredType),
                Optional.ofNullable(size).or(announced::size),
                Optional.ofNullable(row.getString("sha256")).or(announced::sha256),
                announced.inline(),
                announced.contentId(),
                Optional.ofNullable(row.getString("failure")),
                Optional.ofNullable(row.getString("storage_reference")));
    }

    private static PendingFile pending(ResultSet row) throws SQLException {
        return new PendingFile(
                CanonicalJson.read(row.getString("announced").getBytes(StandardCharsets.UTF_8), Attachment.class),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                row.getString("connector"),
                new ThreadId(row.getObject("thread_id", UUID.class)),
                Surface.valueOf(row.getString("surface")),
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getString("provider_media_id"),
                Position.parse(row.getString("origin")),
                row.getInt("attempts"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
