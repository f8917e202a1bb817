package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import io.switchboard.connector.email.bytes.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * SendGrid's signature: ECDSA P-256 with SHA-256 over the timestamp's characters and the raw body.
 *
 * <p>SendGrid posts again for three days what was answered with 5xx, and drops what was answered with 401. Whether a later post is
 * signed with a timestamp of its own is not documented, so the window takes in the three days: a mail must not be lost over a clock.
 * What could be posted again by others within it is the same mail, which counts once.
 *
 * @see <a href="https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/securing-your-parse-webhooks">Twilio SendGrid</a>
 */
final class SendGridSignature {

    private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";
    private static final SigningTime WINDOW = new SigningTime(Duration.ofDays(3).plusHours(1));

    private SendGridSignature() {}

    /** @param publicKeys base64 of X.509 SubjectPublicKeyInfo, with or without PEM lines; one that is no key fits nothing */
    static Verification verify(Delivery delivery, List<Secret> publicKeys) {
        var signatures = delivery.headers().all(SIGNATURE);
        var timestamps = delivery.headers().all(TIMESTAMP);
        if (signatures.isEmpty() || timestamps.isEmpty()) {
            return Verification.rejected(Reason.MISSING_SIGNATURE);
        }
        var signature = StrictBase64.decode(signatures.getFirst());
        var signedAt = SigningTime.read(timestamps.getFirst());
        if (signatures.size() > 1 || timestamps.size() > 1 || signature.isEmpty() || signedAt.isEmpty()) {
            return Verification.rejected(Reason.MALFORMED_SIGNATURE);
        }
        var keys = publicKeys.stream().flatMap(key -> key(key).stream()).toList();
        if (keys.isEmpty()) {
            return Verification.rejected(Reason.NO_SECRET);
        }
        var timestamp = timestamps.getFirst().getBytes(StandardCharsets.UTF_8);
        if (keys.stream()
                .noneMatch(key -> signed(key, timestamp, delivery.body().bytes(), signature.get()))) {
            return Verification.rejected(Reason.WRONG_SIGNATURE);
        }
        return WINDOW.judge(signedAt.get(), delivery.receivedAt());
    }

    private static boolean signed(PublicKey key, byte[] timestamp, byte[] body, byte[] claimed) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(key);
            signature.update(timestamp);
            signature.update(body);
            return signature.verify(claimed);
        } catch (SignatureException | InvalidKeyException unfit) {
            return false;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java platform has no ECDSA", absent);
        }
    }

    private static Optional<PublicKey> key(Secret secret) {
        var base64 = secret.reveal().replaceAll("-----[A-Z ]+-----|\\s", "");
        return StrictBase64.decode(base64).flatMap(SendGridSignature::key);
    }

    private static Optional<PublicKey> key(byte[] encoded) {
        try {
            return Optional.of(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (InvalidKeySpecException notKey) {
            return Optional.empty();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java platform has no elliptic curves", absent);
        }
    }
}
