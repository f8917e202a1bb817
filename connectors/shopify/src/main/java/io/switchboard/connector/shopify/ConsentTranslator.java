package io.switchboard.connector.shopify;

import io.switchboard.canonical.ConsentPurpose;
import io.switchboard.canonical.ConsentState;
import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent.ConsentChanged;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Precision;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.connector.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A customer agreed to marketing, or withdrew, for one channel. The consent is the address's, so the address comes
 * first among the customer's names; WhatsApp has the customer first, because SMS consent of the same number is
 * another consent.
 */
enum ConsentTranslator implements TopicTranslator {
    EMAIL("email_marketing_consent", "consent_updated_at") {
        @Override
        Optional<IdentityKey> address(Resource body) {
            return body.text("email_address").or(() -> body.text("email")).flatMap(People::email);
        }
    },
    SMS("sms_marketing_consent", "consent_updated_at"),
    WHATSAPP("whats_app_marketing_consent", "updated_at");

    /** The time is part of the event's key, so the time of arrival, new on every attempt, cannot stand in. */
    private static final Moment NO_TIME = new Moment(Instant.EPOCH, Precision.UNKNOWN);

    private final String field;
    private final String time;

    ConsentTranslator(String field, String time) {
        this.field = field;
        this.time = time;
    }

    @Override
    public Translation translate(Resource body, Arrival arrival) {
        var customer = body.requireId("customer_id", "id");
        var consent = body.object(field);
        var event = new ConsentChanged(
                party(body, customer, arrival.shop()),
                ConsentPurpose.MARKETING,
                consent.flatMap(stated -> stated.text("state"))
                        .map(ConsentTranslator::state)
                        .orElse(ConsentState.UNKNOWN),
                new ThreadAddress(ChangeBuilder.timeline("customer", customer), List.of()),
                Surface.COMMERCE_TIMELINE,
                consent.flatMap(stated -> stated.moment(time))
                        .or(arrival::triggeredAt)
                        .orElse(NO_TIME));
        return new Translation(List.of(event), List.of());
    }

    Optional<IdentityKey> address(Resource body) {
        return body.text("phone").or(() -> body.text("phone_number")).flatMap(People::phone);
    }

    private Party party(Resource body, String customer, String shop) {
        var number = Optional.of(People.customerKey(customer, shop));
        var address = address(body);
        var names = this == WHATSAPP ? Stream.of(number, address) : Stream.of(address, number);
        return new Party(
                names.flatMap(Optional::stream).toList(),
                address.map(IdentityKey::value),
                Optional.empty(),
                Optional.empty());
    }

    /** Whoever never subscribed, or has not confirmed yet, has said neither yes nor no. */
    private static ConsentState state(String word) {
        return switch (word) {
            case "subscribed" -> ConsentState.OPTED_IN;
            case "unsubscribed", "redacted" -> ConsentState.OPTED_OUT;
            default -> ConsentState.UNKNOWN;
        };
    }
}
