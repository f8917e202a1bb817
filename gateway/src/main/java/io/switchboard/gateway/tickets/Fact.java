package io.switchboard.gateway.tickets;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.EventKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.journal.JournalEntry.Origin;
import io.switchboard.gateway.journal.Report;
import java.util.Locale;

/**
 * One thing that happened, and where in the journal it is written. Its owner is the position and the index within the
 * delivery.
 */
public sealed interface Fact {

    Origin origin();

    /** Position within its delivery, from 0. */
    int index();

    EventKey key();

    Surface surface();

    /** According to the platform. */
    record FromPlatform(Origin origin, int index, InboundEvent event) implements Fact {
        @Override
        public EventKey key() {
            return event.key();
        }

        @Override
        public Surface surface() {
            return event.surface();
        }
    }

    /** Done by ourselves. */
    record FromUs(Origin origin, int index, Report report) implements Fact {
        @Override
        public Surface surface() {
            return report.surface();
        }

        @Override
        public EventKey key() {
            return switch (report) {
                case Report.ReplyProgress reply ->
                    new EventKey("outbound.result", reply.commandId(), reply.outcome() + ":" + reply.attempt());
                case Report.AttachmentProgress file ->
                    new EventKey(
                            "attachment.updated",
                            file.attachment().attachmentId().toString(),
                            file.attachment().state().name().toLowerCase(Locale.ROOT));
            };
        }
    }

    /**
     * A status that was published without our message id, told again now that the message is known.
     *
     * @param orphan the event it was published as
     */
    record Joined(Origin origin, int index, EventId orphan, ThreadId thread, InboundEvent.ReceiptChanged event)
            implements Fact {
        @Override
        public EventKey key() {
            return new EventKey("receipt.changed", event.target(), event.state().name() + ":joined");
        }

        @Override
        public Surface surface() {
            return event.surface();
        }
    }

    default ConnectionRef connection() {
        return origin().connection();
    }

    default TenantId tenant() {
        return connection().tenant();
    }

    default ConnectionId connectionId() {
        return connection().id();
    }

    default EventId eventId() {
        return EventId.of(tenant(), connectionId(), key());
    }

    default String owner() {
        return origin().position() + ":" + index();
    }
}
