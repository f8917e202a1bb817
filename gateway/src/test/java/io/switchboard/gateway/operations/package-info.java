/** Proof of what operators see. */
@NullMarked
package io.switchboard.gateway.operations;

import org.jspecify.annotations.NullMarked;
