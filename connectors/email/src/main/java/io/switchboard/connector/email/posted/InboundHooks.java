package io.switchboard.connector.email.posted;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.incoming.PostedMail;
import java.util.Map;

/**
 * The ways to post mails, by the setting {@code inbound_provider}. The setting decides alone who is believed and how a post is read:
 * what a post says about itself is only as good as its proof, and could otherwise choose the weaker one.
 */
public final class InboundHooks {

    private static final String DEFAULT = "raw";

    private final Map<String, InboundHook> byProvider = Map.of(
            DEFAULT,
            new RawMimeHook(),
            "sendgrid",
            new SendGridInboundParse(),
            "mailgun",
            new MailgunRoutes(),
            "postmark",
            new PostmarkInbound());

    /** A provider that does not exist believes nobody. */
    public InboundHook of(ConnectionRef connection) {
        var provider = EmailSettings.of(connection, EmailSettings.INBOUND_PROVIDER);
        var hook = byProvider.get(provider.isEmpty() ? DEFAULT : provider);
        return hook == null ? new UnknownProvider() : hook;
    }

    /** A mail that the gateway took over SMTP or IMAP was never posted. */
    public PostedMail unwrap(Delivery delivery, ConnectionRef connection) {
        return delivery.method().equals("POST") ? of(connection).unwrap(delivery) : PostedMail.of(delivery);
    }
}
