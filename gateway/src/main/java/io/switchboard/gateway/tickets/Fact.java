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

    /** The same for every delivery of this happening. */
    EventId eventId();

    /** According to the platform. */
    record FromPlatform(Origin origin, int index, InboundEvent event, EventId eventId) implements Fact {

        public FromPlatform(Origin origin, int index, InboundEvent event) {
            this(origin, index, event, Fact.id(origin, event.key()));
        }

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
    record FromUs(Origin origin, int index, Report report, EventId eventId) implements Fact {

        public FromUs(Origin origin, int index, Report report) {
            this(origin, index, report, Fact.id(origin, key(report)));
        }

        @Override
        public Surface surface() {
            return report.surface();
        }

        @Override
        public EventKey key() {
            return key(report);
        }

        private static EventKey key(Report report) {
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
    record Joined(
            Origin origin,
            int index,
            EventId orphan,
            ThreadId thread,
            InboundEvent.ReceiptChanged event,
            EventId eventId)
            implements Fact {

        public Joined(Origin origin, int index, EventId orphan, ThreadId thread, InboundEvent.ReceiptChanged event) {
            this(origin, index, orphan, thread, event, Fact.id(origin, key(event)));
        }

        @Override
        public EventKey key() {
            return key(event);
        }

        private static EventKey key(InboundEvent.ReceiptChanged event) {
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

    default String owner() {
        return origin().position() + ":" + index();
    }

    private static EventId id(Origin origin, EventKey key) {
        return EventId.of(origin.connection().tenant(), origin.connection().id(), key);
    }
}
