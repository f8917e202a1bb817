package io.switchboard.connector;

import io.switchboard.canonical.DeliveryId;
import java.util.Optional;

/** The platform calls us over HTTP. */
public non-sealed interface WebhookReceiver extends ConnectorRole {

    /**
     * The receiver of one connection, where its settings decide how a delivery is proven, read or answered. Asked on the edge before
     * the body arrives; must not throw, whatever the settings are.
     */
    default WebhookReceiver forConnection(ConnectionRef connection) {
        return this;
    }

    /**
     * Answers a request that only proves who owns the address: {@code hub.challenge}, CRC, ping. Called first for every
     * request, on the edge; must not parse a delivery's body.
     *
     * @return empty when the request is a delivery
     */
    Optional<ChallengeReply> handshake(Delivery delivery, Secrets secrets);

    /** Decides over the raw bytes, in constant time, whether the platform sent them. Parses nothing. */
    Verification verify(Delivery delivery, Secrets secrets);

    /**
     * The Message Translator: pure and total. Called after the delivery was journaled, possibly days later and more than
     * once, always with the same result.
     *
     * @throws MalformedDeliveryException when the bytes are not what the platform documents
     */
    Translation translate(Delivery delivery, ConnectionRef connection);

    /** What the platform wants to hear once its delivery is durable. */
    Acknowledgement acknowledge(DeliveryId delivery);
}
