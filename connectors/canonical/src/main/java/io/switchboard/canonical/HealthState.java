package io.switchboard.canonical;

/** How a connection is. */
public enum HealthState {
    CONNECTED,
    DEGRADED,
    ACTION_REQUIRED,
    DISCONNECTED,
    REVOKED,
    SUSPENDED
}
