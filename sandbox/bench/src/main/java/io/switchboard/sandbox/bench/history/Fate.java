package io.switchboard.sandbox.bench.history;

/** What shall become of a delivery that is acknowledged. */
public enum Fate {
    /** One event on {@code tickets}. */
    EVENT,
    /** No event, and a letter with the reason in {@code deliveries.invalid}: signed and yet not what the platform documents. */
    INVALID
}
