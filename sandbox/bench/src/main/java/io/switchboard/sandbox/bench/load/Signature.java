package io.switchboard.sandbox.bench.load;

import io.switchboard.sandbox.bench.Merchant;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header line that makes a delivery believed. Meta: hexadecimal HMAC-SHA256 of the body (Graph API, Webhooks, "Validate Payloads").
 * Shopify: the same in base64 (Deliver webhooks through HTTPS, "Verify the webhook"). Mail: RFC 6750.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final Signing signing;
    private final Map<String, Mac> keyed = new HashMap<>();

    Signature(Signing signing) {
        this.signing = signing;
    }

    void line(Kind kind, Merchant merchant, Bytes body, Bytes out) {
        switch (signing == Signing.FLOOR ? Kind.WHATSAPP : kind) {
            case WHATSAPP -> {
                out.ascii("X-Hub-Signature-256: sha256=");
                out.hex(mac(merchant, Kind.WHATSAPP, body));
            }
            case SHOPIFY -> {
                out.ascii("X-Shopify-Hmac-Sha256: ");
                out.put(Base64.getEncoder().encode(mac(merchant, kind, body)));
            }
            case EMAIL -> out.ascii("Authorization: Bearer ").ascii(merchant.secret(kind.secret()));
        }
        out.ascii("\r\n");
    }

    /** A key costs more than a body, so each stays. */
    private byte[] mac(Merchant merchant, Kind kind, Bytes body) {
        var mac = keyed.computeIfAbsent(
                merchant.number() + kind.secret(), absent -> keyed(merchant.secret(kind.secret())));
        mac.update(body.array(), 0, body.length());
        return mac.doFinal();
    }

    private static Mac keyed(String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, missing);
        }
    }
}
