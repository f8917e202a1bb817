package io.switchboard.sandbox.platforms.shopify;

import io.switchboard.sandbox.platforms.wire.RetrySchedule;
import java.net.URI;
import java.time.Duration;

/**
 * One simulated shop with one app installed.
 *
 * @param port of the Admin API on 127.0.0.1; 0 takes a free one
 * @param shopDomain {@code demo.myshopify.com}
 * @param apiVersion of webhook payloads
 * @param retries after any answer outside 200–299, or none within five seconds
 * @param seed of every id; see {@link io.switchboard.sandbox.platforms.wire.SeededIds}
 */
public record ShopifySettings(
        int port,
        String shopDomain,
        String apiVersion,
        ShopifySecrets secrets,
        URI hook,
        RetrySchedule retries,
        long seed) {

    /** Eight retries as on the platform, within two minutes instead of four hours. */
    public static ShopifySettings sandbox(URI hook) {
        return new ShopifySettings(
                0,
                "demo.myshopify.com",
                "2026-07",
                ShopifySecrets.sandbox(),
                hook,
                RetrySchedule.doubling(Duration.ofMillis(500), 8),
                1);
    }

    public ShopifySettings withPort(int changed) {
        return new ShopifySettings(changed, shopDomain, apiVersion, secrets, hook, retries, seed);
    }

    public ShopifySettings withSecrets(ShopifySecrets changed) {
        return new ShopifySettings(port, shopDomain, apiVersion, changed, hook, retries, seed);
    }

    public ShopifySettings withRetries(RetrySchedule changed) {
        return new ShopifySettings(port, shopDomain, apiVersion, secrets, hook, changed, seed);
    }

    public ShopifySettings withSeed(long changed) {
        return new ShopifySettings(port, shopDomain, apiVersion, secrets, hook, retries, changed);
    }
}
