package io.switchboard.sandbox.bench.rates;

/**
 * The highest rate that holds: up in steps until one does not, then between the last that did and the first that did not. A rate that does
 * not hold gets a second chance, because somebody else may have been at work.
 */
final class Knee {

    private final double growth;
    private final double precision;

    /**
     * @param growth from one step up to the next, such as 1.5
     * @param precision of the result, such as 0.04
     */
    Knee(double growth, double precision) {
        this.growth = growth;
        this.precision = precision;
    }

    /** Whether a rate holds. */
    interface Trial {
        boolean holds(double rate);
    }

    /**
     * @param from where to begin; need not hold
     * @throws IllegalStateException when not even a hundredth of that holds
     */
    double find(double from, Trial trial) {
        var low = from;
        while (!atAll(trial, low)) {
            low /= growth * growth;
            if (low < from / 100) {
                throw new IllegalStateException("not even %.0f a second hold".formatted(low));
            }
        }
        var high = low * growth;
        while (atAll(trial, high)) {
            low = high;
            high *= growth;
        }
        while (high / low > 1 + precision) {
            var middle = Math.sqrt(low * high);
            if (atAll(trial, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean atAll(Trial trial, double rate) {
        for (var chance = 1; chance <= 2; chance++) {
            if (trial.holds(rate)) {
                return true;
            }
        }
        return false;
    }
}
