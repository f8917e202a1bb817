package io.switchboard.sandbox.platforms.shopify;

/**
 * What the app and the platform share.
 *
 * @param clientSecret signs webhooks
 * @param accessToken is demanded of every Admin API call
 */
public record ShopifySecrets(String clientSecret, String accessToken) {

    public static ShopifySecrets sandbox() {
        return new ShopifySecrets("sandbox-shopify-secret", "sandbox-shopify-access-token");
    }

    @Override
    public String toString() {
        return "ShopifySecrets[***]";
    }
}
