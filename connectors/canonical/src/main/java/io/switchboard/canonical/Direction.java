package io.switchboard.canonical;

/** Which way a message went, seen from the merchant. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
