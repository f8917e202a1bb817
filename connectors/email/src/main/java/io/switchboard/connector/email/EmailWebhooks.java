package io.switchboard.connector.email;

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
import java.util.Optional;

/** The raw MIME hook: whoever has a mail and the token posts it as {@code message/rfc822}. */
final class EmailWebhooks implements WebhookReceiver {

    private static final String EXPECTED = "message/rfc822";

    @Override
    public Optional<ChallengeReply> handshake(Delivery delivery, Secrets secrets) {
        return Optional.empty();
    }

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return HookToken.verify(delivery.headers(), secrets.accepted(EmailSettings.HOOK_TOKEN));
    }

    @Override
    public Translation translate(Delivery delivery, ConnectionRef connection) {
        var declared = delivery.headers().first("Content-Type").map(ParameterizedValue::parse);
        if (declared.filter(type -> type.value().equals(EXPECTED)).isEmpty()) {
            var found = declared.map(type -> Repairs.word(type.value())).orElse("missing");
            throw new MalformedDeliveryException("Content-Type is " + found + ", " + EXPECTED + " was expected");
        }
        return MailTranslator.translate(delivery, connection);
    }

    @Override
    public Acknowledgement acknowledge(DeliveryId delivery) {
        return new Acknowledgement(202, "application/json", "{\"deliveryId\":\"" + delivery + "\"}");
    }
}
