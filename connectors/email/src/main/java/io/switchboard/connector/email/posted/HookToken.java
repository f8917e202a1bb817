package io.switchboard.connector.email.posted;

import io.switchboard.connector.Headers;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Verification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;

/** The token of the raw MIME hook, presented as {@code Authorization: Bearer} (RFC 6750 §2.1). */
public final class HookToken {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+)");

    private HookToken() {}

    /** Every accepted token is tried, each comparison takes constant time. */
    public static Verification verify(Headers headers, List<Secret> accepted) {
        var presented = headers.all("Authorization");
        if (presented.isEmpty()) {
            return Verification.rejected(Verification.Reason.MISSING_SIGNATURE);
        }
        var bearer = BEARER.matcher(presented.getFirst().strip());
        if (presented.size() > 1 || !bearer.matches()) {
            return Verification.rejected(Verification.Reason.MALFORMED_SIGNATURE);
        }
        if (accepted.isEmpty()) {
            return Verification.rejected(Verification.Reason.NO_SECRET);
        }
        var token = bearer.group(1).getBytes(StandardCharsets.UTF_8);
        var matches = false;
        for (var secret : accepted) {
            matches |= MessageDigest.isEqual(secret.key(), token);
        }
        return matches ? Verification.AUTHENTIC : Verification.rejected(Verification.Reason.WRONG_SIGNATURE);
    }
}
