package io.switchboard.sandbox.platforms.shopify;

import java.time.Instant;

/** A fulfilment on its way, with the carrier's number. */
public record Shipment(long id, String carrier, String trackingNumber, Instant createdAt) {

    String trackingUrl() {
        return "https://tracking.example/" + trackingNumber;
    }
}
