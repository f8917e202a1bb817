package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.incoming.PostedMail;

/**
 * Postmark's inbound webhook. Postmark signs nothing; it sends the user and password of the address it was given.
 *
 * @see <a href="https://postmarkapp.com/developer/webhooks/inbound-webhook">Postmark</a>
 */
final class PostmarkInbound implements InboundHook {

    @Override
    public Verification verify(Delivery delivery, Secrets secrets) {
        return BasicCredentials.verify(delivery.headers(), secrets.accepted(EmailSettings.HOOK_BASIC));
    }

    @Override
    public PostedMail unwrap(Delivery post) {
        return new PostmarkPost(post).mail();
    }
}
