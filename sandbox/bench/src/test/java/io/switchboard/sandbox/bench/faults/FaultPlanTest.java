package io.switchboard.sandbox.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    @Test
    void a_seed_stands_for_one_plan() {
        assertThat(FaultPlan.draw(42)).isEqualTo(FaultPlan.draw(42)).isNotEqualTo(FaultPlan.draw(43));
    }

    @Test
    void a_hundred_seeds_bring_every_kind_of_fault_to_every_victim() {
        var faults = LongStream.rangeClosed(1, 100)
                .mapToObj(FaultPlan::draw)
                .flatMap(plan -> plan.strikes().stream())
                .map(strike -> strike.fault().toString().replaceAll("\\d+", "n"))
                .distinct()
                .toList();

        assertThat(faults)
                .contains(
                        "kill -n gateway for n ms",
                        "kill -n kafka for n ms",
                        "kill -n postgresql for n ms",
                        "suspend gateway for n ms",
                        "kill -n peer for n ms",
                        "suspend peer for n ms",
                        "restart peer after n ms",
                        "suspend kafka for n ms",
                        "suspend postgresql for n ms",
                        "restart gateway after n ms",
                        "restart kafka after n ms",
                        "restart postgresql after n ms",
                        "peer for n ms, then kill -n",
                        "peer for n ms, then SIGTERM",
                        "suspend a backend for n ms",
                        "lock thread for n ms",
                        "lock inbox for n ms");
    }

    @Test
    void no_fault_strikes_what_another_one_has_struck() {
        LongStream.rangeClosed(1, 1_000).mapToObj(FaultPlan::draw).forEach(plan -> {
            assertThat(plan.strikes()).hasSizeBetween(1, 2);
            assertThat(plan.strikes().stream().map(strike -> strike.fault().victim()))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void the_load_outlasts_the_faults() {
        LongStream.rangeClosed(1, 1_000)
                .mapToObj(FaultPlan::draw)
                .forEach(plan -> assertThat(plan.traffic().duration())
                        .isGreaterThanOrEqualTo(plan.strikes().getLast().end()));
    }
}
