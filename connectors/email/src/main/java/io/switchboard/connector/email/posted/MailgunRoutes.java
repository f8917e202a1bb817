package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.incoming.PostedMail;

/**
 * A Mailgun route that forwards to us. Remembers the signatures it believed, so the gateway must ask the same one every time.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http">Mailgun</a>
 */
final class MailgunRoutes implements InboundHook {

    private final MailgunSignature signature = new MailgunSignature();

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return signature.verify(delivery, secrets.accepted(EmailSettings.MAILGUN_SIGNING_KEY));
    }

    @Override
    public PostedMail unwrap(Delivery post) {
        return new MailgunPost(post).mail();
    }
}
