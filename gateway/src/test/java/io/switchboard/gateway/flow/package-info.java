/** Deliveries from the edge to {@code tickets}, through everything that is real. */
@NullMarked
package io.switchboard.gateway.flow;

import org.jspecify.annotations.NullMarked;
