package io.switchboard.connector;

/** Deliveries are mails (RFC 5322) that the gateway took from an SMTP session or a mailbox. */
public non-sealed interface MailboxReceiver extends ConnectorRole {

    /**
     * The Message Translator: pure and total.
     *
     * @throws MalformedDeliveryException when the bytes are no mail at all
     */
    Translation translate(Delivery delivery, ConnectionRef connection);
}
