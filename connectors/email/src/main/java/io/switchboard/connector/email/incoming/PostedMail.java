package io.switchboard.connector.email.incoming;

import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.email.text.Repairs;
import java.util.Map;

/**
 * A mail taken out of a post.
 *
 * @param mail as if it came over SMTP: RFC 5322 bytes, and what is known of the envelope in its headers
 * @param ext what the platform found out about the mail, under names that begin with the platform's
 * @param repairs what was missing or broken in the post; reading the mail adds to it
 */
public record PostedMail(Delivery mail, Map<String, String> ext, Repairs repairs) {

    public PostedMail {
        ext = Map.copyOf(ext);
    }

    /** The delivery is the mail. */
    public static PostedMail of(Delivery mail) {
        return new PostedMail(
                mail, Map.of(), MailboxOrigin.of(mail).repairs(mail.body().size()));
    }

    /** @param envelope {@code envelope-from} and {@code envelope-to}, as the SMTP receiver writes them */
    public static PostedMail of(
            Delivery post, byte[] mail, Headers envelope, Map<String, String> ext, Repairs repairs) {
        var delivery =
                new Delivery(post.id(), post.receivedAt(), post.method(), post.target(), envelope, Body.of(mail));
        return new PostedMail(delivery, ext, repairs);
    }

    @Override
    public String toString() {
        return "PostedMail[" + mail.body().size() + " bytes]";
    }
}
