package io.switchboard.sandbox.bench.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KneeTest {

    private final Knee knee = new Knee(1.4, 0.05);

    @ParameterizedTest
    @ValueSource(doubles = {120, 999, 1_000, 1_001, 3_333, 50_000})
    void finds_the_highest_rate_that_holds(double limit) {
        var found = knee.find(1_000, rate -> rate <= limit);

        assertThat(found).isBetween(limit / 1.05, limit);
    }

    @Test
    void gives_a_rate_a_second_chance() {
        var tried = new HashSet<Double>();

        var found = knee.find(1_000, rate -> rate <= 5_000 && !tried.add(rate));

        assertThat(found).isBetween(5_000 / 1.05, 5_000.0);
    }

    @Test
    void gives_no_rate_a_third_one() {
        var tried = new HashMap<Double, Integer>();

        knee.find(1_000, rate -> {
            tried.merge(rate, 1, Integer::sum);
            return rate <= 5_000;
        });

        assertThat(tried.values()).allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(2));
    }

    @Test
    void says_so_when_nothing_holds() {
        assertThatIllegalStateException().isThrownBy(() -> knee.find(1_000, rate -> false));
    }
}
