package io.switchboard.connector.email.posted;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Translation;
import io.switchboard.connector.Verification;
import io.switchboard.connector.WebhookReceiver;
import java.util.Optional;

/**
 * Mails posted to {@code /hooks/email/<connection>}: as raw MIME, or by SendGrid, Mailgun or Postmark, as the connection's setting
 * says. Without a connection it is the raw MIME hook.
 */
public final class EmailWebhooks implements WebhookReceiver {

    private final InboundHooks hooks = new InboundHooks();
    private final InboundHook raw = new RawMimeHook();

    @Override
    public WebhookReceiver forConnection(ConnectionRef connection) {
        return hooks.of(connection);
    }

    @Override
    public Optional<ChallengeReply> handshake(Delivery delivery, Secrets secrets) {
        return raw.handshake(delivery, secrets);
    }

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return raw.verify(delivery, secrets);
    }

    @Override
    public Translation translate(Delivery delivery, ConnectionRef connection) {
        return hooks.of(connection).translate(delivery, connection);
    }

    @Override
    public Acknowledgement acknowledge(DeliveryId delivery) {
        return raw.acknowledge(delivery);
    }
}
