package io.switchboard.connector.email;

import io.switchboard.canonical.Channel;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorDescriptor;
import io.switchboard.connector.ConnectorRole;
import io.switchboard.connector.Feature;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.outgoing.EmailSender;
import io.switchboard.connector.email.outgoing.MailComposer;
import io.switchboard.connector.email.posted.EmailAttachments;
import io.switchboard.connector.email.posted.EmailWebhooks;
import java.util.List;
import java.util.Set;

/** E-mail: a raw MIME hook, an SMTP receiver and polled mailboxes in, SMTP submission out. */
final class EmailConnector implements Connector {

    /** Large providers take mails of 25 MB, which base64 makes of 18 MB of files. */
    private static final long FILE_BYTES = 18L * 1024 * 1024;

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            "email",
            "E-mail",
            Channel.EMAIL,
            Set.of(
                    Feature.SEND_TEXT,
                    Feature.SEND_HTML,
                    Feature.SEND_IMAGE,
                    Feature.SEND_VIDEO,
                    Feature.SEND_AUDIO,
                    Feature.SEND_FILE,
                    Feature.SUBJECT,
                    Feature.QUOTE),
            new ConnectorDescriptor.Limits(50 * 1024 * 1024, 500_000, FILE_BYTES, 5),
            EmailSettings.SETTINGS,
            EmailSettings.SECRETS);

    private final List<ConnectorRole> roles;

    EmailConnector(ConnectorContext context) {
        roles = List.of(
                new EmailWebhooks(),
                new EmailMailbox(),
                new EmailAttachments(),
                new EmailSender(context.smtp(), new MailComposer(context.clock())));
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<ConnectorRole> roles() {
        return roles;
    }
}
