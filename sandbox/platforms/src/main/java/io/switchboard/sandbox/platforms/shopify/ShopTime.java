package io.switchboard.sandbox.platforms.shopify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as the shop writes them: REST and webhooks in the shop's own zone with its offset, GraphQL in UTC. */
final class ShopTime {

    private static final ZoneId SHOP_ZONE = ZoneId.of("Europe/Berlin");

    private ShopTime() {}

    static String rest(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(SHOP_ZONE));
    }

    static String graph(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
