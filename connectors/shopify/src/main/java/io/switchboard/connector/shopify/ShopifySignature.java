package io.switchboard.connector.shopify;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import io.switchboard.connector.Verification.Reason;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64 of HMAC-SHA256 over the raw body, keyed with the app's client secret. After a rotation Shopify goes on
 * signing with the old secret for up to an hour, so each secret of the set is tried.
 *
 * @see <a href="https://shopify.dev/docs/apps/build/webhooks/subscribe/https">Shopify: verify webhooks</a>
 */
final class ShopifySignature {

    static final String SECRET = "client_secret";

    private static final int MAC_BYTES = 32;

    private ShopifySignature() {}

    static Verification verify(Delivery delivery, Secrets secrets) {
        var claimed = new ShopifyHeaders(delivery.headers()).signature();
        if (claimed.isEmpty()) {
            return Verification.rejected(Reason.MISSING_SIGNATURE);
        }
        return decoded(claimed.get())
                .map(mac -> HmacSha256.verify(secrets.accepted(SECRET), delivery.body(), mac))
                .orElseGet(() -> Verification.rejected(Reason.MALFORMED_SIGNATURE));
    }

    /** Only the one spelling Shopify uses: Java's decoder alone would let a missing {@code =} and stray bits pass. */
    private static Optional<byte[]> decoded(String claimed) {
        try {
            return Optional.of(Base64.getDecoder().decode(claimed))
                    .filter(mac -> mac.length == MAC_BYTES)
                    .filter(mac -> Base64.getEncoder().encodeToString(mac).equals(claimed));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
