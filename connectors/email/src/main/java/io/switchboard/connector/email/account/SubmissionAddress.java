package io.switchboard.connector.email.account;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as a server takes it: the domain in its encoded form (RFC 5891), nothing that ends a command. Only the part before the
 * at sign may hold other characters than ASCII; then the server must know SMTPUTF8 (RFC 6531), which the port finds out.
 */
public final class SubmissionAddress {

    /** RFC 5321 §4.5.3.1.1, in bytes. */
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{S}\\p{P}&&[^<>()\\[\\],;:\\\\\"@]]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?");

    private SubmissionAddress() {}

    /** Empty when no server could take it. */
    public static Optional<String> of(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        var localPart = Normalizer.normalize(address.substring(0, at), Normalizer.Form.NFC);
        if (!LOCAL_PART.matcher(localPart).matches()
                || localPart.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        return encoded(address.substring(at + 1))
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .map(domain -> localPart + "@" + domain);
    }

    /** Whether every server takes all of them. */
    public static boolean areAscii(List<String> addresses) {
        return addresses.stream().allMatch(address -> address.chars().allMatch(c -> c < 128));
    }

    private static Optional<String> encoded(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
