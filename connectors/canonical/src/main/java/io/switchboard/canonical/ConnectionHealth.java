package io.switchboard.canonical;

/** How a connection is, and why. */
public record ConnectionHealth(ConnectionId connectionId, HealthState state, String reason) {}
