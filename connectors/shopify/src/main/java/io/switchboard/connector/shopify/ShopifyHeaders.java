package io.switchboard.connector.shopify;

import io.switchboard.connector.Headers;
import java.util.Optional;

/**
 * The header fields Shopify adds to a delivery, in both families: {@code X-Shopify-*} of webhooks and {@code
 * Shopify-*} of the Events product. Where a delivery has both, the latter counts.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/delivery-structure">Shopify: webhooks delivery
 *     structure</a>
 * @see <a href="https://shopify.dev/docs/apps/build/events/delivery-structure">Shopify: Events delivery structure</a>
 */
record ShopifyHeaders(Headers headers) {

    static final String TOPIC = "X-Shopify-Topic";

    Optional<String> topic() {
        return value("Topic");
    }

    Optional<String> signature() {
        return value("Hmac-Sha256");
    }

    Optional<String> shopDomain() {
        return value("Shop-Domain");
    }

    /** The same for all deliveries of one action of the merchant: over retries, subscriptions, topics and resources. */
    Optional<String> eventId() {
        return value("Event-Id");
    }

    Optional<String> triggeredAt() {
        return value("Triggered-At");
    }

    /** Set by the "send test notification" button of the admin. */
    boolean isTest() {
        return value("Test").filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Only deliveries of the Events product say which action they report. */
    boolean isEventsProduct() {
        return headers.first("Shopify-Action").isPresent();
    }

    private Optional<String> value(String name) {
        return headers.first("Shopify-" + name)
                .or(() -> headers.first("X-Shopify-" + name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
