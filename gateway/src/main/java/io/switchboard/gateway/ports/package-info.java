/**
 * A connector's only way out: HTTP and SMTP as the gateway lends them, with a time-out on everything and a bound per host.
 *
 * <p>What the ports are for is one question about every failure: <b>can the other side have acted?</b> A {@link
 * io.switchboard.connector.NotSentException} says that it certainly cannot, and a reply may be tried again; any other {@link
 * java.io.IOException} says that nobody knows, and only a platform with an idempotency key may be asked again. In doubt the
 * answer is "nobody knows".
 */
@NullMarked
package io.switchboard.gateway.ports;

import org.jspecify.annotations.NullMarked;
