package io.switchboard.gateway.tickets;

import static io.switchboard.gateway.storage.Kind.TEXT;
import static io.switchboard.gateway.storage.Kind.UUID;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.AttachmentId;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.gateway.storage.Columns;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Notes the files of new messages, in the transaction that claims them, for the media module to fetch. */
@Repository
class AttachmentQueue {

    private static final String ADD = """
            insert into attachment (attachment_id, tenant, connection_id, connector, thread_id, surface, message_id, provider_media_id,
                                    announced, origin, state, due_at)
            select u.*, 'pending', now() from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::text[],
                                                     ?::jsonb[], ?::text[]) u
            on conflict (attachment_id) do nothing
            """;

    private final JdbcTemplate jdbc;

    AttachmentQueue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Fact> facts, Map<EventId, Assignment> assignments) {
        var rows = new Columns(UUID, TEXT, UUID, TEXT, UUID, TEXT, UUID, TEXT, TEXT, TEXT);
        for (var fact : facts) {
            if (fact instanceof Fact.FromPlatform platform
                    && platform.event() instanceof InboundEvent.MessageReceived received) {
                var assignment = Objects.requireNonNull(assignments.get(fact.eventId()));
                add(rows, platform, received, assignment);
            }
        }
        if (!rows.isEmpty()) {
            jdbc.update(ADD, rows.parameters());
        }
    }

    private static void add(Columns rows, Fact fact, InboundEvent.MessageReceived received, Assignment assignment) {
        var files = received.message().attachments();
        var message = assignment.message().orElseThrow();
        for (var i = 0; i < files.size(); i++) {
            var id = AttachmentId.of(message, i);
            rows.row(
                    id.value(),
                    fact.tenant(),
                    fact.connectionId().value(),
                    fact.connection().connector(),
                    assignment.thread().value(),
                    received.surface(),
                    message.value(),
                    files.get(i).providerMediaId(),
                    ThreadStore.json(Attachment.pending(id, files.get(i))),
                    fact.origin().position());
        }
    }
}
