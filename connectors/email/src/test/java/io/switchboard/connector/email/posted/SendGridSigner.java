package io.switchboard.connector.email.posted;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secret;
import io.switchboard.connector.testkit.Deliveries;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;

/** Signs as SendGrid does, with a key of this run. */
public final class SendGridSigner {

    static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

    private static final KeyPair KEYS = keys();

    private SendGridSigner() {}

    public static Secret publicKey() {
        return Secret.of(Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
    }

    static Delivery sign(Delivery unsigned) {
        return sign(unsigned, unsigned.receivedAt());
    }

    static Delivery sign(Delivery unsigned, Instant at) {
        var timestamp = Long.toString(at.getEpochSecond());
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            signature.update(unsigned.body().bytes());
            var value = Base64.getEncoder().encodeToString(signature.sign());
            return Deliveries.withHeader(Deliveries.withHeader(unsigned, TIMESTAMP, timestamp), SIGNATURE, value);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
