package io.switchboard.sandbox.desk.core;

import java.util.Optional;

/** How far a message of ours got, from the least to the furthest. */
public enum DeliveryState {
    QUEUED,
    /** Tried, and tried again later. */
    DEFERRED,
    /** The platform may or may not have it. */
    UNCONFIRMED,
    /** The platform or the gateway said no. */
    REFUSED,
    ACCEPTED,
    SENT,
    /** The platform gave up; a delivery may still be reported by another device. */
    FAILED,
    DELIVERED,
    READ,
    PLAYED;

    /** Outcomes and receipts share their words; a word from the future has no rank here. */
    static Optional<DeliveryState> of(String word) {
        return switch (word) {
            case "queued" -> Optional.of(QUEUED);
            case "deferred" -> Optional.of(DEFERRED);
            case "unconfirmed" -> Optional.of(UNCONFIRMED);
            case "refused" -> Optional.of(REFUSED);
            case "accepted" -> Optional.of(ACCEPTED);
            case "sent" -> Optional.of(SENT);
            case "failed" -> Optional.of(FAILED);
            case "delivered" -> Optional.of(DELIVERED);
            case "read" -> Optional.of(READ);
            case "played" -> Optional.of(PLAYED);
            default -> Optional.empty();
        };
    }

    /** Whether the platform has said that it has the message. */
    boolean isReceipt() {
        return compareTo(ACCEPTED) >= 0;
    }

    /** Whether a person should look. */
    public boolean needsAttention() {
        return this == UNCONFIRMED || this == REFUSED || this == FAILED;
    }
}
