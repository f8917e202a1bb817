package io.switchboard.sandbox.bench.load;

import java.time.Duration;

/**
 * What becomes of a delivery that was not acknowledged.
 *
 * @param first pause before the second attempt; each further one is twice as long
 * @param most the longest pause
 * @param until how long after the last arrival attempts are still made; zero for no second attempt at all
 */
public record Retries(Duration first, Duration most, Duration until) {

    /** One attempt. */
    public static final Retries NONE = new Retries(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** As platforms do, only sooner: after 100 ms, 200 ms and so on up to 2 s. */
    public static Retries until(Duration deadline) {
        return new Retries(Duration.ofMillis(100), Duration.ofSeconds(2), deadline);
    }

    boolean any() {
        return until.isPositive();
    }

    /** @param attempts made so far, at least 1 */
    long pauseNanos(int attempts) {
        return Math.min(most.toNanos(), first.toNanos() << Math.min(20, attempts - 1));
    }
}
