package io.switchboard.connector.email.posted;

import io.switchboard.connector.Headers;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Verification;
import io.switchboard.connector.email.bytes.StrictBase64;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * User and password in {@code Authorization: Basic} (RFC 7617), which a platform sends when the hook's address is entered as
 * {@code https://user:password@host/…}. A token in the query would do the same and be written down wherever addresses are; this is
 * never.
 */
final class BasicCredentials {

    private static final Pattern BASIC = Pattern.compile("(?i)basic +(\\S+)");

    private BasicCredentials() {}

    /** @param accepted each {@code user:password}; all are tried, each comparison takes constant time */
    static Verification verify(Headers headers, List<Secret> accepted) {
        var presented = headers.all("Authorization");
        if (presented.isEmpty()) {
            return Verification.rejected(Verification.Reason.MISSING_SIGNATURE);
        }
        var credentials = presented.size() == 1 ? decoded(presented.getFirst()) : Optional.<byte[]>empty();
        if (credentials.isEmpty()) {
            return Verification.rejected(Verification.Reason.MALFORMED_SIGNATURE);
        }
        if (accepted.isEmpty()) {
            return Verification.rejected(Verification.Reason.NO_SECRET);
        }
        var matches = false;
        for (var secret : accepted) {
            matches |= MessageDigest.isEqual(secret.key(), credentials.get());
        }
        return matches ? Verification.AUTHENTIC : Verification.rejected(Verification.Reason.WRONG_SIGNATURE);
    }

    private static Optional<byte[]> decoded(String authorization) {
        var basic = BASIC.matcher(authorization.strip());
        return basic.matches() ? StrictBase64.decode(basic.group(1)) : Optional.empty();
    }
}
