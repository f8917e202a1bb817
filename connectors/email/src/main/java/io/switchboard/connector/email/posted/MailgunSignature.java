package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mailgun's signature: HMAC-SHA256 in hex over timestamp and token, all three among the fields of the form.
 *
 * <p>It does not cover the mail: whoever saw one post could send another mail under its signature. So a signature is remembered with
 * what came under it; the same again is Mailgun's second attempt, anything else is refused. What is remembered is this process's, as
 * long as a signature is believed: Mailgun posts again for 7 h 55 min, and whether with a new timestamp is not documented.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks">Mailgun</a>
 */
final class MailgunSignature {

    private static final Duration AGE = Duration.ofHours(9);
    private static final SigningTime WINDOW = new SigningTime(AGE);
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_TOKEN = 200;

    private final SeenSignatures seen = new SeenSignatures(AGE.plusMinutes(10));

    private record Proof(String timestamp, String token, String signature, Instant signedAt) {

        static Optional<Proof> read(String timestamp, String token, String signature) {
            var isSound = HEX.matcher(signature).matches() && !token.isEmpty() && token.length() <= MAX_TOKEN;
            return SigningTime.read(timestamp)
                    .filter(at -> isSound)
                    .map(at -> new Proof(timestamp, token, signature, at));
        }

        boolean isMadeWith(Secret key) {
            var message = (timestamp + token).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(
                    HmacSha256.of(key, message), HexFormat.of().parseHex(signature));
        }
    }

    Verification verify(Delivery delivery, List<Secret> signingKeys) {
        try {
            return verify(Form.read(delivery), delivery.receivedAt(), signingKeys);
        } catch (MalformedDeliveryException notForm) {
            return Verification.rejected(Reason.MISSING_SIGNATURE);
        }
    }

    /** A mail's own fields may stand in the form too; Mailgun's come last. */
    private Verification verify(Form form, Instant receivedAt, List<Secret> signingKeys) {
        var timestamp = form.last("timestamp");
        var token = form.last("token");
        var signature = form.last("signature");
        if (timestamp.isEmpty() || token.isEmpty() || signature.isEmpty()) {
            return Verification.rejected(Reason.MISSING_SIGNATURE);
        }
        var proof = Proof.read(
                timestamp.get().text(), token.get().text(), signature.get().text());
        if (proof.isEmpty()) {
            return Verification.rejected(Reason.MALFORMED_SIGNATURE);
        }
        if (signingKeys.isEmpty()) {
            return Verification.rejected(Reason.NO_SECRET);
        }
        var matches = false;
        for (var key : signingKeys) {
            matches |= proof.get().isMadeWith(key);
        }
        return matches ? believed(proof.get(), form, receivedAt) : Verification.rejected(Reason.WRONG_SIGNATURE);
    }

    private Verification believed(Proof proof, Form form, Instant receivedAt) {
        var verdict = WINDOW.judge(proof.signedAt(), receivedAt);
        var isNew = verdict.equals(Verification.AUTHENTIC)
                && !seen.isTaken(proof.signature(), form.fingerprint(), receivedAt);
        return verdict.equals(Verification.AUTHENTIC) && !isNew
                ? Verification.rejected(Reason.WRONG_SIGNATURE)
                : verdict;
    }
}
