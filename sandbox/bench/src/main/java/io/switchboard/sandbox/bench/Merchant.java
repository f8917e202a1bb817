package io.switchboard.sandbox.bench;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One of the merchants the load is about; everything about it follows from its number, so that the process that connects it and
 * the one that signs for it need not talk.
 *
 * @param number from 0
 */
public record Merchant(int number) {

    public String tenant() {
        return "merchant-" + number;
    }

    /** The last segment of the hook address. */
    public String connection(String connector) {
        return tenant() + "-" + connector;
    }

    /** What the platform calls the merchant's account. */
    public String account(String connector) {
        return switch (connector) {
            case "whatsapp" -> Long.toString(106_000_000_000_000L + number);
            case "shopify" -> tenant() + ".myshopify.com";
            case "email" -> "help@" + tenant() + ".example";
            default -> throw new IllegalArgumentException("no load is written for connector " + connector);
        };
    }

    public String secret(String name) {
        return UUID.nameUUIDFromBytes((tenant() + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
