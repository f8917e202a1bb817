package io.switchboard.connector.email.incoming;

import io.switchboard.canonical.EmailAuthentication;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.text.CleanText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The findings of the merchant's own mail server (RFC 8601), named by the setting {@code authserv_id}. Anybody can write such a field into
 * his mail: only the topmost one of that name is believed, because the server adds its own above what came (§4.1, §5).
 */
final class AuthenticationResults {

    private static final int MAX_LENGTH = 8_000;
    private static final Pattern NOT_NESTED_COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final int MAX_NESTING = 5;
    private static final Pattern RESULT = Pattern.compile("(?i)\\b(spf|dkim|dmarc)\\s*=\\s*([a-z]{2,12})\\b");

    private AuthenticationResults() {}

    static Optional<EmailAuthentication> of(Mail mail, ConnectionRef connection) {
        var own = EmailSettings.of(connection, EmailSettings.AUTHSERV_ID);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        return mail.header().allRaw("Authentication-Results").stream()
                .map(AuthenticationResults::withoutComments)
                .filter(field -> authservId(field).equalsIgnoreCase(own))
                .findFirst()
                .map(AuthenticationResults::read);
    }

    private static EmailAuthentication read(String field) {
        return new EmailAuthentication(
                CleanText.line(authservId(field)), result(field, "spf"), result(field, "dkim"), result(field, "dmarc"));
    }

    /** Of several signatures one that passes is enough (§2.7.1). */
    private static Optional<String> result(String field, String method) {
        var found = Optional.<String>empty();
        for (var statement : field.split(";", -1)) {
            var result = RESULT.matcher(statement.strip());
            if (result.lookingAt() && result.group(1).equalsIgnoreCase(method)) {
                var value = result.group(2).toLowerCase(Locale.ROOT);
                if (found.isEmpty() || value.equals("pass")) {
                    found = Optional.of(value);
                }
            }
        }
        return found;
    }

    private static String authservId(String field) {
        return field.split(";", 2)[0].strip().split("\\s+", 2)[0];
    }

    private static String withoutComments(String raw) {
        var field = CleanText.limited(raw, MAX_LENGTH);
        for (var i = 0; i < MAX_NESTING && field.contains("("); i++) {
            field = NOT_NESTED_COMMENT.matcher(field).replaceAll(" ");
        }
        return field;
    }
}
