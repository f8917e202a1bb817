package io.switchboard.sandbox.bench.faults;

import java.time.Duration;

/**
 * A fault at its moment.
 *
 * @param at since the load began
 */
record Strike(Duration at, Fault fault) {

    Duration end() {
        return at.plus(fault.lasts());
    }

    @Override
    public String toString() {
        return fault + " @" + at.toMillis();
    }
}
