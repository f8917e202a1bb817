package io.switchboard.connector.email.posted;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Translation;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.connector.email.incoming.MailTranslator;
import io.switchboard.connector.email.incoming.PostedMail;
import java.util.Optional;

/**
 * How one kind of sender posts mails to us. It tells who may post ({@link #verify}) and where in its post the mail is; what the mail
 * means is the same for all.
 */
public interface InboundHook extends WebhookReceiver {

    /**
     * Takes the mail out of the post, or writes it anew from the pieces it was cut into. The same post gives the same bytes every time.
     *
     * @throws MalformedDeliveryException when there is no mail in it
     */
    PostedMail unwrap(Delivery post);

    @Override
    default Optional<ChallengeReply> handshake(Delivery delivery, Secrets secrets) {
        return Optional.empty();
    }

    @Override
    default Translation translate(Delivery delivery, ConnectionRef connection) {
        return MailTranslator.translate(unwrap(delivery), connection);
    }

    /** Exactly 200: Mailgun and Postmark take 202 for a failure and post again. */
    @Override
    default Acknowledgement acknowledge(DeliveryId delivery) {
        return new Acknowledgement(200, "application/json", "{\"deliveryId\":\"" + delivery + "\"}");
    }
}
