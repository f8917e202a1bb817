/**
 * The load: deliveries as three platforms send them, at a constant rate that does not wait for answers.
 *
 * <p>{@link io.switchboard.sandbox.bench.load.Mix} says who writes what, {@link io.switchboard.sandbox.bench.load.Writer} renders and signs it,
 * {@link io.switchboard.sandbox.bench.load.OpenLoop} sends it and measures from the moment a delivery was due, and
 * {@link io.switchboard.sandbox.bench.load.TicketsReader} sees it arrive on {@code tickets}. All of it shares two cores with what it measures,
 * so a delivery is rendered into a buffer that is there already, and nothing is parsed that can be found by its bytes.
 */
@NullMarked
package io.switchboard.sandbox.bench.load;

import org.jspecify.annotations.NullMarked;
