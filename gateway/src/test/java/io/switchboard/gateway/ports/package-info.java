/** Proves the ports against real sockets that misbehave on purpose. */
@NullMarked
package io.switchboard.gateway.ports;

import org.jspecify.annotations.NullMarked;
