package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.incoming.PostedMail;

/**
 * Twilio SendGrid's Inbound Parse. A connection with a public key believes SendGrid's signature and nothing else; one without, because
 * the account has no security policy, believes the user and password in the address.
 *
 * @see <a href="https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook">SendGrid</a>
 */
final class SendGridInboundParse implements InboundHook {

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        var publicKeys = secrets.accepted(EmailSettings.SENDGRID_PUBLIC_KEY);
        return publicKeys.isEmpty()
                ? BasicCredentials.verify(delivery.headers(), secrets.accepted(EmailSettings.HOOK_BASIC))
                : SendGridSignature.verify(delivery, publicKeys);
    }

    @Override
    public PostedMail unwrap(Delivery post) {
        return new SendGridPost(post).mail();
    }
}
