package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.text.CleanText;
import java.util.Optional;
import java.util.regex.Pattern;

/** One address out of whatever stands between angle brackets (RFC 5322 §3.4.1, RFC 6531), in the sender's spelling. */
public final class EmailAddress {

    /** RFC 5321 §4.5.3.1: 64 for the local part, 255 for the domain. */
    private static final int MAX_LENGTH = 320;

    private static final int MAX_WRAPPED = 2 * MAX_LENGTH;

    /** What an address may be wrapped in by mistake. */
    private static final Pattern WRAPPING = Pattern.compile("^[<>\\[\\]()'\",;]+|[<>\\[\\]()'\",;.]+$");

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private EmailAddress() {}

    public static Optional<String> read(String text) {
        if (text.length() > MAX_WRAPPED) {
            return Optional.empty();
        }
        var address = CleanText.line(text);
        if (!address.contains("\"")) {
            address = COMMENT.matcher(address).replaceAll("");
            address = WRAPPING.matcher(address.replaceAll("\\s", "")).replaceAll("");
        }
        if (address.startsWith("@") && address.contains(":")) {
            address = address.substring(address.lastIndexOf(':') + 1);
        }
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        var at = address.lastIndexOf('@');
        var complete = at > 0 && at < address.length() - 1 && address.length() <= MAX_LENGTH;
        return complete ? Optional.of(address) : Optional.empty();
    }
}
