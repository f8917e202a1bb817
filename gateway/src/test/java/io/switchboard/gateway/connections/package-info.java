/** Connections and their secrets. */
@NullMarked
package io.switchboard.gateway.connections;

import org.jspecify.annotations.NullMarked;
