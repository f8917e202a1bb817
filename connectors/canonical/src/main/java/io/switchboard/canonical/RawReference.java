package io.switchboard.canonical;

/**
 * The delivery an event came from; {@code GET /api/deliveries/{id}} tells what became of it.
 *
 * @param sha256 lower-case hex over the raw bytes
 */
public record RawReference(DeliveryId id, String sha256, String contentType) {}
