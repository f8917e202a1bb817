package io.switchboard.sandbox.bench.rates;

import java.util.List;
import java.util.stream.IntStream;

/** The straight line through points, by least squares. */
final class Slope {

    private Slope() {}

    /** @return 0 for fewer than two points */
    static double of(List<Double> x, List<Double> y) {
        var meanX = x.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        var meanY = y.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        var products = IntStream.range(0, x.size())
                .mapToDouble(i -> (x.get(i) - meanX) * (y.get(i) - meanY))
                .sum();
        var squares = x.stream().mapToDouble(at -> (at - meanX) * (at - meanX)).sum();
        return squares == 0 ? 0 : products / squares;
    }
}
