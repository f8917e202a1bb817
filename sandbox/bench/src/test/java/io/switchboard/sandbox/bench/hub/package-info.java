/** Proves that the hub's processes start, die and come back as the faults need it. */
@NullMarked
package io.switchboard.sandbox.bench.hub;

import org.jspecify.annotations.NullMarked;
