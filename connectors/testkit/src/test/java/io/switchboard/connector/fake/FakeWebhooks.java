package io.switchboard.connector.fake;

import io.switchboard.canonical.Author;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Translation;
import io.switchboard.connector.Translation.Ignored;
import io.switchboard.connector.Verification;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.connector.fake.FakeProvider.Defect;
import io.switchboard.connector.payload.Payload;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deliveries are {@code {"items":[…]}}, signed by {@link FakeSignature}. */
final class FakeWebhooks implements WebhookReceiver {

    private final Defect defect;

    FakeWebhooks(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Optional<ChallengeReply> handshake(Delivery delivery, Secrets secrets) {
        return delivery.queryParameter("challenge").map(text -> new ChallengeReply(200, "text/plain", text));
    }

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return new FakeSignature(defect).verify(delivery, secrets);
    }

    @Override
    public Acknowledgement acknowledge(DeliveryId delivery) {
        return defect == Defect.ACKNOWLEDGES_WITH_AN_ERROR
                ? new Acknowledgement(500, "text/plain", "")
                : Acknowledgement.OK;
    }

    @Override
    public Translation translate(Delivery delivery, ConnectionRef connection) {
        var events = new ArrayList<InboundEvent>();
        var ignored = new ArrayList<Ignored>();
        for (var item : items(delivery)) {
            try {
                item(item, delivery, events, ignored);
            } catch (MalformedDeliveryException broken) {
                if (defect == Defect.LETS_ONE_SPOIL_ALL) {
                    throw broken;
                }
                if (defect != Defect.LOSES_THE_BROKEN) {
                    ignored.add(new Ignored("item", "malformed: " + broken.getMessage()));
                }
            }
            if (defect == Defect.STOPS_AFTER_THE_FIRST) {
                break;
            }
        }
        return new Translation(events, ignored);
    }

    private List<Payload> items(Delivery delivery) {
        try {
            return Payload.read(delivery.body()).require("items").elements();
        } catch (MalformedDeliveryException malformed) {
            return switch (defect) {
                case MAKES_TRUNCATED_NOTHING -> List.of();
                case THROWS_WHAT_COMES -> throw new IllegalStateException(malformed);
                case QUOTES_PEOPLE ->
                    throw new MalformedDeliveryException(
                            "not JSON: " + delivery.body().asText());
                default -> throw malformed;
            };
        }
    }

    private void item(Payload item, Delivery delivery, List<InboundEvent> events, List<Ignored> ignored) {
        var type = item.requireText("type");
        switch (type) {
            case "text" ->
                events.add(new InboundEvent.MessageReceived(message(item, delivery)
                        .content(List.of(new Part.Text(text(item))))
                        .build()));
            case "file" ->
                events.add(new InboundEvent.MessageReceived(message(item, delivery)
                        .content(List.of(new Part.Media(MediaKind.FILE, 0, Optional.empty())))
                        .attachments(List.of(MediaReference.of(MediaKind.FILE, item.requireText("content"))))
                        .build()));
            default -> unknown(type, ignored);
        }
        if (defect == Defect.NAMES_PEOPLE) {
            ignored.add(new Ignored("item", "from " + item.text("name").orElse("nobody")));
        }
    }

    private void unknown(String type, List<Ignored> ignored) {
        if (defect == Defect.CALLS_UNKNOWN_TYPES_MALFORMED) {
            throw new MalformedDeliveryException("type is unknown");
        }
        if (defect != Defect.LOSES_UNKNOWN_TYPES) {
            ignored.add(new Ignored("type " + type, "not known"));
        }
    }

    private String text(Payload item) {
        var text = item.requireText("text");
        return defect == Defect.CHANGES_THE_TEXT ? text.strip() + "!" : text;
    }

    private InboundMessage.Builder message(Payload item, Delivery delivery) {
        var phone = item.requireText("from");
        if (phone.isBlank()) {
            throw new MalformedDeliveryException(item.path() + ".from is blank");
        }
        var party = new Party(
                List.of(IdentityKey.global("phone", phone)),
                Optional.of("+" + phone),
                item.text("name"),
                Optional.empty());
        return InboundMessage.builder(
                        nativeId(item, delivery),
                        ThreadAddress.of("dm:" + phone),
                        Surface.CUSTOM_MESSAGE,
                        Author.customer(party),
                        at(item))
                .reply(ReplyCapability.UNLIMITED, new ReturnAddress(Map.of("to", phone)));
    }

    private String nativeId(Payload item, Delivery delivery) {
        var id = switch (defect) {
            case TAKES_KEYS_FROM_THE_ARRIVAL -> delivery.id() + item.path();
            case TAKES_KEYS_FROM_THE_SENDER -> item.requireText("from");
            default -> item.requireText("id");
        };
        if (id.isBlank()) {
            throw new MalformedDeliveryException(item.path() + ".id is blank");
        }
        return id;
    }

    private static Moment at(Payload item) {
        try {
            return Moment.ofEpochSecond(item.require("at").asWhole());
        } catch (DateTimeException beyond) {
            throw new MalformedDeliveryException(item.path() + ".at is no time");
        }
    }
}
