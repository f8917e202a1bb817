package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Acknowledgement;
import io.switchboard.connector.ChallengeReply;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Translation;
import io.switchboard.connector.Verification;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.connector.meta.MetaEnvelope;
import io.switchboard.connector.meta.MetaHandshake;
import io.switchboard.connector.meta.MetaSignature;
import java.util.Optional;

/** Deliveries of a WhatsApp Business Account, whatever number of the account they are about. */
final class WhatsAppWebhooks implements WebhookReceiver {

    private static final String OBJECT = "whatsapp_business_account";

    @Override
    public Optional<ChallengeReply> handshake(Delivery delivery, Secrets secrets) {
        return MetaHandshake.answer(delivery, secrets);
    }

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return MetaSignature.verify(delivery, secrets);
    }

    @Override
    public Translation translate(Delivery delivery, ConnectionRef connection) {
        var envelope = MetaEnvelope.split(delivery.body());
        var findings = new Findings();
        envelope.unreadable().forEach(findings::ignore);
        if (!envelope.object().equals(OBJECT)) {
            findings.ignore("object " + envelope.object(), "not about a WhatsApp Business Account");
            return findings.translation();
        }
        var translator = new ChangeTranslator(connection, delivery.receivedAt(), findings);
        envelope.changes().forEach(translator::translate);
        return findings.translation();
    }

    /** Exactly 200: WhatsApp takes every other status, 202 included, for a failure and delivers again for up to seven days. */
    @Override
    public Acknowledgement acknowledge(DeliveryId delivery) {
        return Acknowledgement.OK;
    }
}
