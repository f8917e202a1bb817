package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.history.History;
import io.switchboard.sandbox.bench.history.TicketsWatch;
import io.switchboard.sandbox.bench.hub.Patience;
import java.time.Duration;

/**
 * Waits until nothing more can come: what is acknowledged is there, the journal is worked off, and it has been quiet for a while. It is slow
 * machines that make a flow slow, so that time alone says nothing: what counts is that it stands still.
 */
final class Settling {

    /** Nothing came for so long: what is not there then is lost. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private static final Duration BOUND = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Lag lag;
    private final TicketsWatch watch;

    Settling(Lag lag, TicketsWatch watch) {
        this.lag = lag;
        this.watch = watch;
    }

    /**
     * Returns when all is there and quiet, or when nothing moves any more.
     *
     * @return how long it took until all was there, or until nobody believed in it any more
     */
    Duration await(History history) {
        var began = System.nanoTime();
        var progress = new Progress(history);
        new Patience(BOUND, LOOK).until(() -> history.awaited() == 0 || progress.stands());
        var arrived = Duration.ofNanos(System.nanoTime() - began);
        if (history.awaited() == 0) {
            new Patience(STANDSTILL, LOOK).until(lag::isNone);
        }
        // The watch needs one look that finds nothing after the last commit.
        Patience.pass(QUIET);
        new Patience(STANDSTILL, LOOK).until(watch::isIdle);
        return arrived;
    }

    /** Whether anything still arrives. */
    private static final class Progress {

        private final History history;
        private int least;
        private long since = System.nanoTime();

        Progress(History history) {
            this.history = history;
            this.least = history.awaited();
        }

        boolean stands() {
            var now = System.nanoTime();
            var awaited = history.awaited();
            if (awaited < least) {
                least = awaited;
                since = now;
            }
            return now - since > STANDSTILL.toNanos();
        }
    }
}
