package io.switchboard.sandbox.bench.hub;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long somebody waits for something that nobody announces. */
public record Patience(Duration limit, Duration pause) {

    private static final Duration PAUSE = Duration.ofMillis(20);

    public static Patience of(Duration limit) {
        return new Patience(limit, PAUSE);
    }

    /** @return whether it came true within the limit */
    public boolean until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return true;
    }

    /** Lets the time pass. */
    public static void pass(Duration time) {
        of(time).until(() -> false);
    }
}
