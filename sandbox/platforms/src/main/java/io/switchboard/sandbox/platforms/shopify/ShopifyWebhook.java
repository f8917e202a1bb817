package io.switchboard.sandbox.platforms.shopify;

import java.time.Instant;
import java.util.UUID;

/**
 * One webhook, fixed: a redelivery is the same object posted again.
 *
 * @param webhookId identifies the delivery to one subscription and stays through its retries
 * @param eventId identifies what happened and is the same for several subscriptions
 * @param triggeredAt when it happened
 */
public record ShopifyWebhook(String topic, UUID webhookId, UUID eventId, Instant triggeredAt, String body) {

    /** The same event delivered to a second subscription. */
    public ShopifyWebhook forAnotherSubscription(UUID otherWebhookId) {
        return new ShopifyWebhook(topic, otherWebhookId, eventId, triggeredAt, body);
    }

    @Override
    public String toString() {
        return "ShopifyWebhook[" + topic + ", " + webhookId + ", " + body.length() + " characters]";
    }
}
