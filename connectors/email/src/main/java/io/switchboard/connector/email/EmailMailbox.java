package io.switchboard.connector.email;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MailboxReceiver;
import io.switchboard.connector.Translation;
import io.switchboard.connector.email.incoming.MailTranslator;

/** Mails that the gateway took from an SMTP session or fetched from a mailbox. */
final class EmailMailbox implements MailboxReceiver {

    @Override
    public Translation translate(Delivery delivery, ConnectionRef connection) {
        return MailTranslator.translate(delivery, connection);
    }
}
