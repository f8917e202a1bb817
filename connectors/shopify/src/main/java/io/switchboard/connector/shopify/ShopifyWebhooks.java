package io.switchboard.connector.shopify;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Translation;
import io.switchboard.connector.Verification;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.connector.payload.Payload;
import java.util.List;
import java.util.Optional;

/** One delivery, one resource, one topic. Shopify wants a 2xx within five seconds and knows no handshake. */
final class ShopifyWebhooks implements WebhookReceiver {

    @Override
    public Optional<ChallengeReply> handshake(Delivery delivery, Secrets secrets) {
        return Optional.empty();
    }

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return ShopifySignature.verify(delivery, secrets);
    }

    @Override
    public Translation translate(Delivery delivery, ConnectionRef connection) {
        var headers = new ShopifyHeaders(delivery.headers());
        var topic = headers.topic()
                .orElseThrow(() -> new MalformedDeliveryException("header " + ShopifyHeaders.TOPIC + " is missing"));
        var body = Payload.read(delivery.body());
        var translator = Topics.translator(topic);
        if (translator.isEmpty()) {
            return ignored(topic, headers);
        }
        return translator.get().translate(Resource.of(body), Arrival.of(delivery, connection));
    }

    @Override
    public Acknowledgement acknowledge(DeliveryId delivery) {
        return Acknowledgement.OK;
    }

    private static Translation ignored(String topic, ShopifyHeaders headers) {
        var reason = headers.isEventsProduct()
                ? "delivery of the Events product: its body is what the subscription's own query selects"
                : Topics.whyIgnored(topic);
        return new Translation(List.of(), List.of(new Translation.Ignored(Topics.printable(topic), reason)));
    }
}
