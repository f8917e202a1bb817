package io.switchboard.gateway.journal;

/** What a delivery is, for whom it must not hold up. */
public enum Lane {
    /** People wait for it. */
    INTERACTIVE,
    /** Back-fill, replay, and whoever sends far more than his share: goes on as fast as the interactive lane keeps up. */
    BULK
}
