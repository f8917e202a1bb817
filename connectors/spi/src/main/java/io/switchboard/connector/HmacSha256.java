package io.switchboard.connector;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104, FIPS 180-4) as platforms sign their deliveries. */
public final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    /** Each thread keeps its own: they are not to be shared, and looking for one goes through all providers. */
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(HmacSha256::mac);

    private HmacSha256() {}

    private static Mac mac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    public static byte[] of(Secret secret, byte[] message) {
        try {
            var mac = MAC.get();
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            return mac.doFinal(message);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC takes a key of any length", impossible);
        }
    }

    /** Whether one of the secrets signed the body: every secret is tried, each comparison takes constant time. */
    public static Verification verify(List<Secret> accepted, Body body, byte[] claimed) {
        if (accepted.isEmpty()) {
            return Verification.rejected(Verification.Reason.NO_SECRET);
        }
        var matches = false;
        for (var secret : accepted) {
            matches |= MessageDigest.isEqual(of(secret, body.bytes()), claimed);
        }
        return matches ? Verification.AUTHENTIC : Verification.rejected(Verification.Reason.WRONG_SIGNATURE);
    }
}
