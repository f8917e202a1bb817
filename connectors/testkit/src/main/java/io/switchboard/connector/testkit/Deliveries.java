package io.switchboard.connector.testkit;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Deliveries made from other deliveries. */
public final class Deliveries {

    private Deliveries() {}

    public static Delivery withHeader(Delivery delivery, String name, String value) {
        var fields = new LinkedHashMap<>(delivery.headers().asMap());
        fields.put(name.toLowerCase(Locale.ROOT), List.of(value));
        return with(delivery, Headers.of(fields), delivery.body());
    }

    public static Delivery withoutHeader(Delivery delivery, String name) {
        var fields = new LinkedHashMap<>(delivery.headers().asMap());
        fields.remove(name.toLowerCase(Locale.ROOT));
        return with(delivery, Headers.of(fields), delivery.body());
    }

    public static Delivery withBody(Delivery delivery, byte[] body) {
        return with(delivery, delivery.headers(), Body.of(body));
    }

    /** The same request once more, later: another delivery to us, the same happening to the platform. */
    static Delivery again(Delivery delivery) {
        return new Delivery(
                new DeliveryId(new UUID(delivery.id().value().getMostSignificantBits(), 0x8000_0000_0000_0002L)),
                delivery.receivedAt().plus(Duration.ofDays(3)),
                delivery.method(),
                delivery.target(),
                delivery.headers(),
                delivery.body());
    }

    static boolean isMail(Delivery delivery) {
        return delivery.method().equals("SMTP") || delivery.method().equals("IMAP");
    }

    private static Delivery with(Delivery delivery, Headers headers, Body body) {
        return new Delivery(delivery.id(), delivery.receivedAt(), delivery.method(), delivery.target(), headers, body);
    }
}
