package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Body.ThreadPlace;
import java.util.Locale;
import java.util.Map;

/**
 * How a channel looks.
 *
 * @param code names its icon and its colour
 * @param name what people call it
 */
record Look(String code, String name) {

    private static final Map<String, String> NAMES = Map.of(
            "x", "X",
            "facebook", "Facebook",
            "messenger", "Messenger",
            "instagram", "Instagram",
            "whatsapp", "WhatsApp",
            "email", "E-mail",
            "sms", "SMS",
            "voice", "Phone");

    private static final Map<String, String> SHOPS = Map.of(
            "shopify", "Shopify", "woocommerce", "WooCommerce", "bigcommerce", "BigCommerce", "magento", "Magento");

    /** A channel from the future looks like any other custom one, under its own name. */
    static Look of(ThreadPlace place) {
        if (place.channel().equals("commerce")) {
            return new Look("commerce", SHOPS.getOrDefault(place.connector(), inWords(place.connector())));
        }
        return NAMES.containsKey(place.channel())
                ? new Look(place.channel(), NAMES.getOrDefault(place.channel(), ""))
                : new Look("custom", inWords(place.channel()));
    }

    /** Its name in an address. */
    public String slug() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** How something is sent there. */
    public String by() {
        return switch (code) {
            case "email" -> "by e-mail";
            case "sms" -> "by SMS";
            case "voice" -> "by phone";
            default -> "on " + name;
        };
    }

    /** The place within the channel where it differs from what everybody expects there. */
    static String surface(ThreadPlace place) {
        var spot = place.surface().substring(place.surface().indexOf('.') + 1);
        return spot.equals("message") || spot.equals("timeline") ? "" : inWords(spot);
    }

    /** {@code order.placed} as {@code Order placed}. */
    static String inWords(String name) {
        var words = name.replace('_', ' ').replace('.', ' ').strip();
        return words.isEmpty() ? "Unknown" : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }
}
