package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.report.Median;
import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many deliveries a second are acknowledged within the limit, and what each costs at one rate that both hold. The gateway's flow is off:
 * this is about the edge.
 */
final class AcknowledgedRate implements Scenario {

    private static final Knee KNEE = new Knee(1.4, 0.05);

    @Override
    public void run(RateSettings settings, Report report, Path folder) throws IOException {
        try (var stage = Stage.start("edge", settings, folder, "--switchboard.flow.enabled=false");
                var floor = Runner.floor(stage, settings, report);
                var edge = Runner.edge(stage, settings, report)) {
            floor.warm(settings.warm());
            edge.warm(settings.warm());
            var floors = new ArrayList<Double>();
            var edges = new ArrayList<Double>();
            for (var round = 1; round <= settings.rounds(); round++) {
                floors.add(highest(floor, round, settings, floors));
                edges.add(highest(edge, round, settings, edges));
            }
            report.figure("floor, acknowledged", "/s", floors);
            var median = report.figure("gateway, acknowledged", "/s", edges);
            report.figure("gateway / floor", "", Ratios.of(edges, floors));

            costs(floor, edge, settings.rate() > 0 ? settings.rate() : median / 2, settings, report);
        }
    }

    /** At p99 within the limit. A later round begins near what the former ones found. */
    static double highest(Runner runner, int round, RateSettings settings, List<Double> former) {
        var from = former.isEmpty() ? settings.from() : 0.8 * Median.of(former);
        return KNEE.find(from, rate -> {
            runner.settle();
            var held = runner.hold("knee", round, rate, settings.step());
            return held.result().complete() && held.acknowledgedWithin(99) <= settings.p99();
        });
    }

    private static void costs(Runner floor, Runner edge, double rate, RateSettings settings, Report report) {
        var floors = new ArrayList<Outcome>();
        var edges = new ArrayList<Outcome>();
        for (var round = 1; round <= settings.rounds(); round++) {
            floors.add(cost(floor, round, rate, settings));
            edges.add(cost(edge, round, rate, settings));
        }
        // Microseconds for each are milliseconds for a thousand.
        var ours = Ratios.each(edges, held -> held.cpu("gateway"));
        var bare = Ratios.each(floors, held -> held.cpu("floor"));
        report.figure("rate of the following", "/s", List.of(rate));
        report.figure("floor, CPU for 1,000", "ms", bare);
        report.figure("gateway, CPU for 1,000", "ms", ours);
        report.figure("gateway / floor, CPU", "", Ratios.of(ours, bare));
        report.figure("kafka, CPU for 1,000 of the floor", "ms", Ratios.each(floors, held -> held.cpu("kafka")));
        report.figure("kafka, CPU for 1,000 of the gateway", "ms", Ratios.each(edges, held -> held.cpu("kafka")));
        report.figure(
                "postgresql, CPU for 1,000 of the gateway", "ms", Ratios.each(edges, held -> held.cpu("postgresql")));
        report.figure("load, CPU for 1,000", "ms", Ratios.each(edges, held -> held.cpu("bench")));
        report.figure("floor, p99", "ms", Ratios.each(floors, held -> held.acknowledgedWithin(99)));
        report.figure("gateway, p99", "ms", Ratios.each(edges, held -> held.acknowledgedWithin(99)));
    }

    private static Outcome cost(Runner runner, int round, double rate, RateSettings settings) {
        runner.settle();
        return runner.hold("cost", round, rate, settings.duration());
    }
}
