package io.switchboard.canonical;

/** How exact a platform's time is. */
public enum Precision {
    SECONDS,
    MILLISECONDS,
    DAY,
    UNKNOWN
}
