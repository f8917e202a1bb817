package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.email.incoming.PostedMail;

/** What a connection has that names a provider nobody knows: nobody is believed. */
final class UnknownProvider implements InboundHook {

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return Verification.rejected(Verification.Reason.NO_SECRET);
    }

    @Override
    public PostedMail unwrap(Delivery post) {
        throw new MalformedDeliveryException(
                "setting inbound_provider names none of raw, sendgrid, mailgun and postmark");
    }
}
