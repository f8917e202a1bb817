package io.switchboard.connector.meta;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Deliveries for tests. */
final class Deliveries {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private Deliveries() {}

    static Delivery posted(String body, Map<String, String> headers) {
        return new Delivery(
                new DeliveryId(new UUID(0, 1)),
                AT,
                "POST",
                "/hooks/meta/shop",
                Headers.ofSingle(headers),
                Body.ofText(body));
    }

    static Delivery asked(String query) {
        return new Delivery(
                new DeliveryId(new UUID(0, 1)), AT, "GET", "/hooks/meta/shop" + query, Headers.NONE, Body.EMPTY);
    }

    static Secrets secrets(String name, String... values) {
        return Secrets.of(Map.of(name, Arrays.stream(values).map(Secret::of).toList()));
    }
}
