/**
 * What a connector is: the service provider interface between the gateway and one platform.
 *
 * <p><b>A connector knows bytes; the gateway owns sockets, threads, clocks and tables.</b> A connector verifies, translates and
 * sends, one attempt at a time; it never sleeps, retries, stores, logs or starts anything. It has one public type, its
 * {@link io.switchboard.connector.ConnectorProvider}, found by {@link java.util.ServiceLoader}.
 *
 * <p>A platform's words stop at its connector's package: what leaves it is the canonical model.
 */
@NullMarked
package io.switchboard.connector;

import org.jspecify.annotations.NullMarked;
