package io.switchboard.connector.email;

import io.switchboard.canonical.MessageId;
import io.switchboard.connector.ConnectionRef;
import java.util.Locale;
import java.util.Optional;

/** The Message-ID of a mail of ours: {@code <message id>@<domain of the connection>}, so that answers and bounces name it. */
final class OwnMessageId {

    private OwnMessageId() {}

    /** Without angle brackets. */
    static String of(MessageId message, ConnectionRef connection) {
        return message + "@" + domain(connection);
    }

    /** Our id in a Message-ID, if it is one of this connection. */
    static Optional<MessageId> read(String messageIdHeader, ConnectionRef connection) {
        var at = messageIdHeader.lastIndexOf('@');
        if (at < 0 || !messageIdHeader.substring(at + 1).equalsIgnoreCase(domain(connection))) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageId.parse(messageIdHeader.substring(0, at)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String domain(ConnectionRef connection) {
        var account = connection.account();
        return connection
                .setting(EmailSettings.MESSAGE_ID_DOMAIN)
                .filter(domain -> !domain.isBlank())
                .orElse(account.substring(account.lastIndexOf('@') + 1))
                .toLowerCase(Locale.ROOT);
    }
}
