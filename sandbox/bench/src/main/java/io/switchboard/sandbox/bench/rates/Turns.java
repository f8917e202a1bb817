package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.report.Report;
import java.util.ArrayList;
import java.util.List;

/** Two hubs whose flows are compared, in turns. */
final class Turns {

    private static final double DEFAULT_RATE = 4_000;

    private Turns() {}

    record Side(Stage stage, Runner runner) {

        double drain(int round, RateSettings settings, Report report) {
            var rate = settings.rate() > 0 ? settings.rate() : DEFAULT_RATE;
            return Drain.perSecond(stage, runner, round, rate, settings, report);
        }
    }

    /** Backlogs of the same size; each round, the other one begins. */
    static void drain(Side one, Side other, RateSettings settings, Report report) {
        var these = new ArrayList<Double>();
        var those = new ArrayList<Double>();
        for (var round = 1; round <= settings.rounds(); round++) {
            if (round % 2 == 1) {
                these.add(one.drain(round, settings, report));
                those.add(other.drain(round, settings, report));
            } else {
                those.add(other.drain(round, settings, report));
                these.add(one.drain(round, settings, report));
            }
        }
        report.figure(one.stage().name() + ", backlog worked off", "/s", these);
        report.figure(other.stage().name() + ", backlog worked off", "/s", those);
        report.figure(one.stage().name() + " / " + other.stage().name(), "", List.copyOf(Ratios.of(these, those)));
    }
}
