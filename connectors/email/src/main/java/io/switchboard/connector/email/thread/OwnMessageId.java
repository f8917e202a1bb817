package io.switchboard.connector.email.thread;

import io.switchboard.canonical.MessageId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.email.account.EmailSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The Message-ID of a mail of ours: {@code <message id>.<token of the conversation>@<domain of the connection>}, so that answers and bounces
 * name it, and nobody can guess it.
 */
public final class OwnMessageId {

    private static final Pattern LOCAL_PART = Pattern.compile("([0-9a-f-]{36})(?:\\.([a-z2-7]{42}))?");

    private OwnMessageId() {}

    /** Without angle brackets. */
    public static String of(MessageId message, Optional<String> token, ConnectionRef connection) {
        return message + token.map(signed -> "." + signed).orElse("") + "@" + domain(connection);
    }

    /** The token in a Message-ID that looks like ours, whatever its domain. */
    static Optional<String> token(String messageIdHeader) {
        return localPart(messageIdHeader).map(ours -> ours.group(2));
    }

    /** Our id in a Message-ID, if it is one of this connection. */
    public static Optional<MessageId> read(String messageIdHeader, ConnectionRef connection) {
        var at = messageIdHeader.lastIndexOf('@');
        if (at < 0 || !messageIdHeader.substring(at + 1).equalsIgnoreCase(domain(connection))) {
            return Optional.empty();
        }
        return localPart(messageIdHeader).flatMap(ours -> id(ours.group(1)));
    }

    private static Optional<MatchResult> localPart(String messageIdHeader) {
        var at = messageIdHeader.lastIndexOf('@');
        var matcher = LOCAL_PART.matcher(at < 0 ? messageIdHeader : messageIdHeader.substring(0, at));
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static Optional<MessageId> id(String text) {
        try {
            return Optional.of(MessageId.parse(text));
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
