package io.switchboard.connector.shopify;

import io.switchboard.canonical.Moment;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a delivery says beside the resource in its body.
 *
 * @param topic as Shopify writes it, such as {@code orders/create}
 * @param shop domain of the shop, lower-case
 * @param eventId names one action of the merchant, over all its deliveries
 * @param triggeredAt when Shopify made the delivery; the same on a retry
 * @param fingerprint of the raw body
 */
record Arrival(
        String topic,
        String shop,
        Optional<String> eventId,
        Optional<Moment> triggeredAt,
        Instant receivedAt,
        String fingerprint,
        boolean test) {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9][a-z0-9.-]{0,252}");
    private static final int FINGERPRINT_DIGITS = 32;

    static Arrival of(Delivery delivery, ConnectionRef connection) {
        var headers = new ShopifyHeaders(delivery.headers());
        return new Arrival(
                headers.topic().orElse(""),
                headers.shopDomain()
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .filter(domain -> DOMAIN.matcher(domain).matches())
                        .orElseGet(() -> connection.account().toLowerCase(Locale.ROOT)),
                headers.eventId(),
                headers.triggeredAt().flatMap(ShopifyTime::parse),
                delivery.receivedAt(),
                delivery.body().sha256().substring(0, FINGERPRINT_DIGITS),
                headers.isTest());
    }

    /** When it happened: the resource's own word, else Shopify's, else the time of arrival. */
    Moment happenedAt(Optional<Moment> own) {
        return own.or(() -> triggeredAt).orElseGet(() -> Moment.unknown(receivedAt));
    }

    /**
     * Tells two states of one resource apart under one topic, and nothing else: not two attempts, not two
     * subscriptions.
     *
     * <p>None of the three parts does it alone. {@code updated_at} counts seconds, and one purchase updates its order
     * several times in one. The event id names the merchant's whole action, which may update a resource more than
     * once. The same body may come back within the second, by another action.
     */
    String version(Optional<Moment> updatedAt) {
        return Stream.of(updatedAt.map(Arrival::written), eventId, Optional.of(fingerprint))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("/"));
    }

    /** Tells happenings apart that have no resource, such as an uninstallation. */
    String occurrence() {
        return eventId.or(() -> triggeredAt.map(Arrival::written)).orElse(fingerprint);
    }

    private static String written(Moment moment) {
        return moment.at().toString();
    }
}
