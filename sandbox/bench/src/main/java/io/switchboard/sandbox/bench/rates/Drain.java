package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.hub.Patience;
import io.switchboard.sandbox.bench.report.Report;
import java.time.Duration;
import java.util.LinkedHashMap;

/**
 * How fast a backlog is worked off while nothing arrives. It is made by a warm gateway whose PostgreSQL is suspended meanwhile: deliveries go
 * on being acknowledged, and the flow stands still without having been restarted.
 */
final class Drain {

    /** Shorter than any statement's or transaction's limit, so that the flow waits and does not give up. */
    private static final Duration FILL = Duration.ofSeconds(8);

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Patience WATCH = new Patience(LIMIT, Duration.ofMillis(2));

    private Drain() {}

    /**
     * The middle of the backlog counts, from its second tenth to its ninth.
     *
     * @param rate at which it is made
     */
    static double perSecond(Stage stage, Runner gateway, int round, double rate, RateSettings settings, Report report) {
        gateway.settle();
        var seenBefore = gateway.reader().seen();
        var acknowledgedBefore = gateway.manifest().acknowledged();
        stage.hub().postgres().suspend();
        try {
            gateway.run("fill", round, rate, FILL);
        } finally {
            stage.hub().postgres().resume();
        }
        var backlog = gateway.manifest().acknowledged() - acknowledgedBefore;
        var meter = CpuMeter.start(stage.servers());
        var from = reached(gateway, seenBefore + backlog / 10);
        var to = reached(gateway, seenBefore + backlog * 9 / 10);
        gateway.settle();
        var perSecond = backlog * 0.8 / ((to - from) / 1e9);

        var step = new LinkedHashMap<String, Object>();
        step.put("of", gateway.name());
        step.put("phase", "drain");
        step.put("round", round);
        step.put("backlog", backlog);
        step.put("perSecond", perSecond);
        meter.microsEach(backlog).forEach((process, micros) -> step.put(process + "Micros", micros));
        report.step(step);
        return perSecond;
    }

    private static long reached(Runner gateway, long seen) {
        if (!WATCH.until(() -> gateway.reader().seen() >= seen)) {
            throw new IllegalStateException(
                    "%s: a backlog was not worked off within %d s".formatted(gateway.name(), LIMIT.toSeconds()));
        }
        return System.nanoTime();
    }
}
