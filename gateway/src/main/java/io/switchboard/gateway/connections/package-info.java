/**
 * Merchants' connections: which accounts there are, what they may do, and their secrets, sealed at rest.
 *
 * <p>The registry is read from PostgreSQL into memory, so that the edge verifies deliveries while PostgreSQL is away.
 */
@NullMarked
package io.switchboard.gateway.connections;

import org.jspecify.annotations.NullMarked;
