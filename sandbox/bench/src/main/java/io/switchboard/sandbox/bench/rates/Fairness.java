package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What the others notice of a merchant that delivers a hundred times as much as each of them. The others deliver at the same rate with
 * and without it.
 */
final class Fairness implements Scenario {

    @Override
    public void run(RateSettings settings, Report report, Path folder) throws IOException {
        var even = settings.mix();
        var hot = even.withHotMerchant(settings.times()).withSeed(settings.seed() + 1);
        var others = settings.merchants() - 1;
        try (var stage = Stage.start("gateway", settings, folder);
                var alone = Runner.whole(stage, settings, even, report);
                var beside = Runner.whole(stage, settings, hot, report)) {
            alone.warm(settings.warm());
            // A hundred merchants and one that counts as much as all of them: together, half of what the gateway could.
            var rate =
                    settings.rate() > 0 ? settings.rate() : TicketsRate.sustainable(alone, 0, settings, List.of()) / 4;
            var without = new ArrayList<Latencies>();
            var with = new ArrayList<Latencies>();
            for (var round = 1; round <= settings.rounds(); round++) {
                without.add(Latencies.of(alone, "alone", round, rate * (others + 1) / others, settings, report));
                with.add(Latencies.of(
                        beside, "beside", round, rate * (others + settings.times()) / others, settings, report));
            }
            report.figure("the others' rate", "/s", List.of(rate));
            figures(
                    "acknowledged",
                    Ratios.each(without, Latencies::acknowledged),
                    Ratios.each(with, Latencies::acknowledged),
                    report);
            figures(
                    "on tickets",
                    Ratios.each(without, Latencies::onTickets),
                    Ratios.each(with, Latencies::onTickets),
                    report);
            report.figure("the hot merchant's p99 on tickets", "ms", Ratios.each(with, Latencies::hot));
        }
    }

    private static void figures(String what, List<Double> without, List<Double> with, Report report) {
        report.figure("others' p99 " + what + ", alone", "ms", without);
        report.figure("others' p99 " + what + ", beside the hot one", "ms", with);
        report.figure("beside / alone, " + what, "", Ratios.of(with, without));
    }

    /** Milliseconds at the 99th percentile: of the others, of the others, of the hot merchant. */
    private record Latencies(double acknowledged, double onTickets, double hot) {

        static Latencies of(Runner runner, String phase, int round, double rate, RateSettings settings, Report report) {
            runner.settle();
            var held = runner.hold(phase, round, rate, settings.duration());
            runner.settle();
            var seen = runner.reader().arrivals();
            var latencies = new Latencies(
                    Outcome.millis(held.result().others(), 99),
                    Outcome.millis(seen.others(), 99),
                    Outcome.millis(seen.hot(), 99));
            var step = new LinkedHashMap<String, Object>();
            step.put("phase", phase);
            step.put("round", round);
            Outcome.put(step, "othersAck", held.result().others());
            Outcome.put(step, "othersTickets", seen.others());
            Outcome.put(step, "hotAck", held.result().hot());
            Outcome.put(step, "hotTickets", seen.hot());
            report.step(step);
            return latencies;
        }
    }
}
