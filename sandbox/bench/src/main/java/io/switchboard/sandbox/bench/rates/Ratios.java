package io.switchboard.sandbox.bench.rates;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Figures of several rounds. */
final class Ratios {

    private Ratios() {}

    /** Each round's figure by the other's of the same round: what disturbed one of them probably disturbed both. */
    static List<Double> of(List<Double> these, List<Double> those) {
        if (these.size() != those.size()) {
            throw new IllegalArgumentException(
                    "%d rounds cannot be set against %d".formatted(these.size(), those.size()));
        }
        return IntStream.range(0, these.size())
                .mapToObj(round -> these.get(round) / those.get(round))
                .toList();
    }

    static <T> List<Double> each(List<T> rounds, ToDoubleFunction<T> figure) {
        return rounds.stream().mapToDouble(figure).boxed().toList();
    }
}
