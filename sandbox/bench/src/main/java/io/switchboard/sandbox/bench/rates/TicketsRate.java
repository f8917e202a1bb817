package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.report.Median;
import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many deliveries a second are acknowledged and on {@code tickets}, everything on the same machine; how fast a backlog is worked off;
 * and how long a delivery takes at half of that rate.
 */
final class TicketsRate implements Scenario {

    private static final Knee KNEE = new Knee(1.3, 0.06);

    @Override
    public void run(RateSettings settings, Report report, Path folder) throws IOException {
        try (var stage = Stage.start("gateway", settings, folder);
                var floor = Runner.floor(stage, settings, report);
                var gateway = Runner.whole(stage, settings, report)) {
            floor.warm(settings.warm());
            gateway.warm(settings.warm());
            var floors = new ArrayList<Double>();
            var rates = new ArrayList<Double>();
            var drains = new ArrayList<Double>();
            for (var round = 1; round <= settings.rounds(); round++) {
                floors.add(AcknowledgedRate.highest(floor, round, settings, floors));
                rates.add(sustainable(gateway, round, settings, rates));
                drains.add(Drain.perSecond(stage, gateway, round, Median.of(rates), settings, report));
            }
            report.figure("floor, acknowledged", "/s", floors);
            var median = report.figure("gateway, on tickets", "/s", rates);
            report.figure("gateway / floor", "", Ratios.of(rates, floors));
            report.figure("gateway, backlog worked off", "/s", drains);
            latency(gateway, median / 2, settings, report);
        }
    }

    /** Everything acknowledged, and what waits for the flow does not grow. */
    static double sustainable(Runner gateway, int round, RateSettings settings, List<Double> former) {
        var from = former.isEmpty() ? settings.from() : 0.8 * Median.of(former);
        return KNEE.find(from, rate -> {
            gateway.settle();
            var first = gateway.hold("sustained", round, rate, settings.step());
            var before = waiting(gateway);
            var second = gateway.run("sustained", round, rate, settings.step());
            var after = waiting(gateway);
            return first.result().complete()
                    && second.result().complete()
                    && after
                            <= Math.max((double) before, rate / 4)
                                    + 0.03 * second.result().acknowledged();
        });
    }

    private static long waiting(Runner gateway) {
        return gateway.manifest().acknowledged() - gateway.reader().seen();
    }

    private static void latency(Runner gateway, double rate, RateSettings settings, Report report) {
        var held = new ArrayList<Outcome>();
        var p50 = new ArrayList<Double>();
        var p99 = new ArrayList<Double>();
        for (var round = 1; round <= settings.rounds(); round++) {
            gateway.settle();
            held.add(gateway.hold("half", round, rate, settings.duration()));
            gateway.settle();
            var arrivals = gateway.reader().arrivals().all();
            p50.add(Outcome.millis(arrivals, 50));
            p99.add(Outcome.millis(arrivals, 99));
        }
        report.figure("rate of the following", "/s", List.of(rate));
        report.figure("delivery to tickets, p50", "ms", p50);
        report.figure("delivery to tickets, p99", "ms", p99);
        report.figure("acknowledged, p99", "ms", Ratios.each(held, one -> one.acknowledgedWithin(99)));
        for (var process : List.of("gateway", "kafka", "postgresql", "bench")) {
            report.figure(process + ", CPU for 1,000", "ms", Ratios.each(held, one -> one.cpu(process)));
        }
    }
}
