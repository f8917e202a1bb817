package io.switchboard.canonical;

/**
 * How a connection is, and why.
 *
 * @param reason for an operator, in the platform's words without personal data
 */
public record ConnectionHealth(ConnectionId connectionId, HealthState state, String reason) {}
