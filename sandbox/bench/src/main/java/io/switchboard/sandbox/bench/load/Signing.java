package io.switchboard.sandbox.bench.load;

/** Who shall believe the deliveries. */
public enum Signing {
    /** Each as its platform does it: Meta's and Shopify's signatures, the mail hook's token. */
    PLATFORM,
    /** All alike, {@code X-Hub-Signature-256} with the merchant's {@code app_secret}: the floor knows one way only. */
    FLOOR
}
