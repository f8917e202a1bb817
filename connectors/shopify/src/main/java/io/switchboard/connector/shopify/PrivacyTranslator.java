package io.switchboard.connector.shopify;

import io.switchboard.canonical.InboundEvent.PrivacyRequested;
import io.switchboard.canonical.PrivacyRequest;
import io.switchboard.canonical.PrivacyRequestKind;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The three duties every app in the App Store takes on. Each is to be done within thirty days of the delivery.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/privacy-law-compliance">Shopify: privacy law compliance</a>
 */
enum PrivacyTranslator implements TopicTranslator {
    DATA_REQUEST(PrivacyRequestKind.DATA_REQUEST, "orders_requested"),
    REDACT_CUSTOMER(PrivacyRequestKind.REDACT_CUSTOMER, "orders_to_redact"),
    REDACT_SHOP(PrivacyRequestKind.REDACT_SHOP, "");

    private static final Duration TIME_ALLOWED = Duration.ofDays(30);

    private final PrivacyRequestKind kind;
    private final String orders;

    PrivacyTranslator(PrivacyRequestKind kind, String orders) {
        this.kind = kind;
        this.orders = orders;
    }

    @Override
    public Translation translate(Resource body, Arrival arrival) {
        var customer = body.object("customer");
        var request = new PrivacyRequest(
                kind,
                nativeId(body, arrival),
                customer.flatMap(person -> People.customer(person, arrival.shop())),
                orders.isEmpty() ? List.of() : body.texts(orders),
                Optional.of(arrival.receivedAt().plus(TIME_ALLOWED)));
        var event = new PrivacyRequested(
                request, new ThreadAddress(timeline(body), List.of()), arrival.happenedAt(Optional.empty()));
        return new Translation(List.of(event), List.of());
    }

    /** The same customer or shop may be redacted again, and what came in between is to be erased as well. */
    private String nativeId(Resource body, Arrival arrival) {
        return switch (this) {
            case DATA_REQUEST ->
                body.object("data_request")
                        .flatMap(asked -> asked.id("id"))
                        .orElseGet(() -> subject(body) + "/" + arrival.occurrence());
            case REDACT_CUSTOMER, REDACT_SHOP -> subject(body) + "/" + arrival.occurrence();
        };
    }

    private ThreadKey timeline(Resource body) {
        return ChangeBuilder.timeline(this == REDACT_SHOP ? "shop" : "customer", subject(body));
    }

    /** Whom it is about, in the words of the signed body: never of a header, which anybody could have written. */
    private String subject(Resource body) {
        return this == REDACT_SHOP
                ? body.requireId("shop_domain", "shop_id")
                : body.object("customer")
                        .flatMap(person -> person.id("id", "email", "phone"))
                        .orElseThrow(() -> new MalformedDeliveryException("customer.id is missing"));
    }
}
