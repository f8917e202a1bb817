package io.switchboard.sandbox.bench.load;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What became of the arrivals of one run: {@code scheduled = sent + unsent} and {@code sent = acknowledged + failed}.
 *
 * @param scheduled arrivals
 * @param unsent that were not sent at all: the backlog was full, or the time was over
 * @param sent deliveries of which at least one attempt was made
 * @param acknowledged answered by a 2xx
 * @param failed sent and never acknowledged
 * @param attempts at all deliveries; the retries are {@code attempts - sent}
 * @param failures attempts that failed, by status or by what broke
 * @param hot microseconds from when a delivery of merchant 0 was due until it was acknowledged; one that never was is in it with the
 *     time it waited
 * @param others the same of all other merchants
 * @param delay microseconds from when a delivery was due until its first attempt began
 * @param lasted from the first arrival to the last answer
 * @param cpu of the thread that generated the load
 */
public record Result(
        long scheduled,
        long unsent,
        long sent,
        long acknowledged,
        long failed,
        long attempts,
        Map<String, Long> failures,
        Histogram hot,
        Histogram others,
        Histogram delay,
        Duration lasted,
        Duration cpu) {

    public Result {
        failures = Map.copyOf(failures);
        if (scheduled != sent + unsent || sent != acknowledged + failed) {
            throw new IllegalArgumentException("the counts do not add up: " + scheduled + " scheduled, " + sent
                    + " sent, " + unsent + " unsent, " + acknowledged + " acknowledged, " + failed + " failed");
        }
    }

    /** Of all merchants. */
    public Histogram latency() {
        var all = others.copy();
        all.add(hot);
        return all;
    }

    public long retried() {
        return attempts - sent;
    }

    /** Whether every arrival was acknowledged. */
    public boolean complete() {
        return acknowledged == scheduled;
    }

    /** Acknowledged deliveries a second. */
    public double perSecond() {
        return acknowledged / (lasted.toNanos() / 1e9);
    }

    /** Of this process, for one delivery, in microseconds. */
    public double cpuMicros() {
        return cpu.toNanos() / 1e3 / Math.max(1, acknowledged);
    }

    @Override
    public String toString() {
        var latency = latency();
        return "%d scheduled, %d acknowledged, %d failed %s, %d unsent, %d retried, %.0f/s, p50 %.1f ms, p99 %.1f ms"
                .formatted(
                        scheduled,
                        acknowledged,
                        failed,
                        failures,
                        unsent,
                        retried(),
                        perSecond(),
                        latency.getValueAtPercentile(50) / 1e3,
                        latency.getValueAtPercentile(99) / 1e3);
    }
}
