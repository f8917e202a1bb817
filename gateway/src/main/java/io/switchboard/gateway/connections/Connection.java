package io.switchboard.gateway.connections;

import io.switchboard.canonical.HealthState;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secrets;

/** A connection with everything a delivery or a reply needs, as of the last look at the registry. */
public record Connection(ConnectionRef ref, Secrets secrets, HealthState health, String healthReason) {}
