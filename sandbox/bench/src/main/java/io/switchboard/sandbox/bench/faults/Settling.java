package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.history.History;
import io.switchboard.sandbox.bench.history.TicketsWatch;
import io.switchboard.sandbox.bench.hub.Patience;
import java.time.Duration;

/** Waits until nothing more can come: what is acknowledged is there, the journal is worked off, and it has been quiet for a while. */
final class Settling {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Lag lag;
    private final TicketsWatch watch;

    Settling(Lag lag, TicketsWatch watch) {
        this.lag = lag;
        this.watch = watch;
    }

    /**
     * Returns when all is there and quiet, or at the bound.
     *
     * @return how long it took until all was there; the whole bound when it never was
     */
    Duration await(History history, Duration bound) {
        var began = System.nanoTime();
        var patience = new Patience(bound, LOOK);
        patience.until(() -> history.awaited() == 0);
        var arrived = Duration.ofNanos(System.nanoTime() - began);
        patience.until(lag::isNone);
        // The watch needs one look that finds nothing after the last commit.
        Patience.pass(QUIET);
        patience.until(watch::isIdle);
        return arrived;
    }
}
