package io.switchboard.sandbox.platforms.wire;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How long to wait before each further attempt; as many attempts as waits, plus the first. */
public record RetrySchedule(List<Duration> waits) {

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    public static RetrySchedule doubling(Duration first, int retries) {
        return new RetrySchedule(Stream.iterate(first, wait -> wait.multipliedBy(2))
                .limit(retries)
                .toList());
    }

    public static RetrySchedule none() {
        return new RetrySchedule(List.of());
    }
}
