package io.switchboard.sandbox.bench.report;

import java.util.List;

/** The middle one, which one odd round does not move. */
public final class Median {

    private Median() {}

    /** @param values at least one; of an even number, the mean of the middle two */
    public static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing has no median");
        }
        var sorted = values.stream().sorted().toList();
        var upper = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(upper) : (sorted.get(upper - 1) + sorted.get(upper)) / 2;
    }
}
