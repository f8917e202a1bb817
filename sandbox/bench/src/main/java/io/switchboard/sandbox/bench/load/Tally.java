package io.switchboard.sandbox.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts of one run, while it runs. */
final class Tally {

    private static final long LONGEST_MICROS = 3_600_000_000L;

    final Histogram hot = histogram();
    final Histogram others = histogram();
    final Histogram delay = histogram();
    final Map<String, Long> failures = new TreeMap<>();

    long scheduled;
    long unsent;
    long sent;
    long attempts;
    long acknowledged;

    static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, 3);
    }

    void attempt(Pending delivery, long now) {
        attempts++;
        if (delivery.attempts == 1) {
            sent++;
            record(delay, now - delivery.dueNanos);
        }
    }

    void acknowledged(Pending delivery, long now) {
        acknowledged++;
        waited(delivery, now);
    }

    /** Is not even kept, and so has no latency. */
    void refused() {
        unsent++;
        failed("backlog full");
    }

    void failed(String why) {
        failures.merge(why, 1L, Long::sum);
    }

    /** Given up: enters the latencies with the time it has waited in vain, so that none looks better than it was. */
    void abandoned(Pending delivery, long now) {
        if (delivery.attempts == 0) {
            unsent++;
            failed("not sent in time");
        }
        waited(delivery, now);
    }

    private void waited(Pending delivery, long now) {
        record(delivery.isHot() ? hot : others, now - delivery.dueNanos);
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1000, 0, LONGEST_MICROS));
    }
}
