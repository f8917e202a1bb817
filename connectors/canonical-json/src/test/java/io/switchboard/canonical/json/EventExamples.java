package io.switchboard.canonical.json;

import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.Author;
import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.ConnectionHealth;
import io.switchboard.canonical.Consent;
import io.switchboard.canonical.ConsentPurpose;
import io.switchboard.canonical.ConsentState;
import io.switchboard.canonical.Customer;
import io.switchboard.canonical.Deletion;
import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.OutboundResult;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Precision;
import io.switchboard.canonical.PrivacyRequest;
import io.switchboard.canonical.Reaction;
import io.switchboard.canonical.Receipt;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.Rekeying;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.Ticket;
import io.switchboard.canonical.TicketEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a consumer sees: one event of every type. */
final class EventExamples {

    /** Types that no platform reports: what the gateway itself did. */
    static final List<String> OURS = List.of("outbound.result", "attachment.updated");

    private static final ThreadAddress THREAD = ThreadAddress.of("dm:106540352242922:15550100");
    private static final Moment NOON = new Moment(Examples.NOON, Precision.SECONDS);
    private static final Surface SURFACE = Surface.WHATSAPP_MESSAGE;
    private static final Author ANN = Author.customer(Party.ANONYMOUS);
    private static final InboundMessage MESSAGE = InboundMessage.builder("wamid.1", THREAD, SURFACE, ANN, NOON)
            .content(List.of(new Part.Text("Hello")))
            .build();

    private EventExamples() {}

    /** One of every kind a connector can report. */
    static List<InboundEvent> inbound() {
        return List.of(
                new InboundEvent.MessageReceived(MESSAGE),
                new InboundEvent.MessageSentElsewhere(MESSAGE),
                new InboundEvent.MessageEdited(MESSAGE, "1"),
                new InboundEvent.MessageDeleted("wamid.1", ANN, THREAD, SURFACE, NOON),
                new InboundEvent.ReactionChanged("wamid.1", ANN, Optional.of("+1"), "1", THREAD, SURFACE, NOON),
                new InboundEvent.ReceiptChanged(
                        "wamid.1", Optional.empty(), ReceiptState.READ, Optional.empty(), THREAD, SURFACE, NOON),
                new InboundEvent.IdentityRekeyed(
                        IdentityKey.global("phone", "15550100"),
                        IdentityKey.global("phone", "15550199"),
                        THREAD,
                        SURFACE,
                        NOON),
                new InboundEvent.ConsentChanged(
                        Party.ANONYMOUS, ConsentPurpose.ALL, ConsentState.OPTED_OUT, THREAD, SURFACE, NOON),
                new InboundEvent.CommerceChanged(Examples.COMMERCE, THREAD),
                new InboundEvent.PrivacyRequested(Examples.EVERYTHING.privacy().orElseThrow(), THREAD, NOON),
                new InboundEvent.ConnectionHealthChanged(
                        HealthState.DEGRADED, "quality is low", "1", THREAD, SURFACE, NOON));
    }

    /** The type's name in the contract: all topics of shops are one type there. */
    static String contractKind(InboundEvent event) {
        return event instanceof InboundEvent.CommerceChanged
                ? "commerce"
                : event.key().kind();
    }

    /** By contract kind, the value on {@code tickets} with the parts that events of the kind carry. */
    static Map<String, TicketEvent> published() {
        var all = Examples.EVERYTHING;
        var values = new LinkedHashMap<String, TicketEvent>();
        values.put(
                "message.received",
                new Shape()
                        .message(all.message())
                        .ticket(all.ticket())
                        .customer(all.customer())
                        .reply(all.replyCapability())
                        .event());
        values.put("message.sent_elsewhere", new Shape().message(all.message()).event());
        values.put(
                "message.edited",
                new Shape().message(all.message()).customer(all.customer()).event());
        values.put("message.deleted", new Shape().deletion(all.deletion()).event());
        values.put("reaction.changed", new Shape().reaction(all.reaction()).event());
        values.put("receipt.changed", new Shape().receipt(all.receipt()).event());
        values.put(
                "identity.rekeyed",
                new Shape().rekeying(all.rekeying()).customer(all.customer()).event());
        values.put(
                "consent.changed",
                new Shape().consent(all.consent()).customer(all.customer()).event());
        values.put(
                "commerce",
                new Shape().commerce(all.commerce()).customer(all.customer()).event());
        values.put("privacy.request", new Shape().privacy(all.privacy()).event());
        values.put("connection.health_changed", new Shape().health(all.health()).event());
        values.put(
                "outbound.result",
                new Shape()
                        .message(all.message())
                        .outbound(all.outbound())
                        .reply(all.replyCapability())
                        .event());
        values.put(
                "attachment.updated", new Shape().attachment(all.attachment()).event());
        return values;
    }

    /** A ticket event being put together. */
    private static final class Shape {
        private Optional<Message> message = Optional.empty();
        private Optional<Ticket> ticket = Optional.empty();
        private Optional<Customer> customer = Optional.empty();
        private Optional<ReplyCapability> reply = Optional.empty();
        private Optional<Receipt> receipt = Optional.empty();
        private Optional<Reaction> reaction = Optional.empty();
        private Optional<Deletion> deletion = Optional.empty();
        private Optional<Attachment> attachment = Optional.empty();
        private Optional<CommerceChange> commerce = Optional.empty();
        private Optional<PrivacyRequest> privacy = Optional.empty();
        private Optional<OutboundResult> outbound = Optional.empty();
        private Optional<ConnectionHealth> health = Optional.empty();
        private Optional<Consent> consent = Optional.empty();
        private Optional<Rekeying> rekeying = Optional.empty();

        Shape message(Optional<Message> value) {
            message = value;
            return this;
        }

        Shape ticket(Optional<Ticket> value) {
            ticket = value;
            return this;
        }

        Shape customer(Optional<Customer> value) {
            customer = value;
            return this;
        }

        Shape reply(Optional<ReplyCapability> value) {
            reply = value;
            return this;
        }

        Shape receipt(Optional<Receipt> value) {
            receipt = value;
            return this;
        }

        Shape reaction(Optional<Reaction> value) {
            reaction = value;
            return this;
        }

        Shape deletion(Optional<Deletion> value) {
            deletion = value;
            return this;
        }

        Shape attachment(Optional<Attachment> value) {
            attachment = value;
            return this;
        }

        Shape commerce(Optional<CommerceChange> value) {
            commerce = value;
            return this;
        }

        Shape privacy(Optional<PrivacyRequest> value) {
            privacy = value;
            return this;
        }

        Shape outbound(Optional<OutboundResult> value) {
            outbound = value;
            return this;
        }

        Shape health(Optional<ConnectionHealth> value) {
            health = value;
            return this;
        }

        Shape consent(Optional<Consent> value) {
            consent = value;
            return this;
        }

        Shape rekeying(Optional<Rekeying> value) {
            rekeying = value;
            return this;
        }

        TicketEvent event() {
            return new TicketEvent(
                    Examples.EVERYTHING.thread(),
                    message,
                    ticket,
                    customer,
                    reply,
                    receipt,
                    reaction,
                    deletion,
                    attachment,
                    commerce,
                    privacy,
                    outbound,
                    health,
                    consent,
                    rekeying,
                    Examples.RAW);
        }
    }
}
