package io.switchboard.canonical;

import java.util.UUID;

/** One arrival at our edge: an HTTP request, a mail, a poll result. Ours, so a UUID version 7. */
public record DeliveryId(UUID value) {

    public static DeliveryId parse(String text) {
        return new DeliveryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
