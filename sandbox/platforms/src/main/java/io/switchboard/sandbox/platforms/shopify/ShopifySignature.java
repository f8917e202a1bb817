package io.switchboard.sandbox.platforms.shopify;

import io.switchboard.sandbox.platforms.wire.Hmac;
import java.util.Base64;

/**
 * How Shopify signs a webhook: base64 HMAC-SHA256 of the body's bytes, keyed with the app's client secret. Source:
 * shopify.dev, Deliver webhooks through HTTPS, "Verify the webhook".
 */
public final class ShopifySignature {

    public static final String HEADER = "X-Shopify-Hmac-Sha256";

    private ShopifySignature() {}

    public static String of(String clientSecret, byte[] body) {
        return Base64.getEncoder().encodeToString(Hmac.sha256(clientSecret, body));
    }
}
