package io.switchboard.sandbox.bench.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.sandbox.bench.report.Median;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void a_slope_is_that_of_the_line_through_the_points() {
        assertThat(Slope.of(List.of(0.0, 1.0, 2.0, 3.0), List.of(5.0, 7.0, 9.0, 11.0)))
                .isCloseTo(2, within(1e-9));
        assertThat(Slope.of(List.of(0.0, 1.0, 2.0), List.of(5.0, 6.0, 5.0))).isCloseTo(0, within(1e-9));
        assertThat(Slope.of(List.of(1.0), List.of(5.0))).isZero();
    }

    @Test
    void a_median_is_not_moved_by_one_odd_round() {
        assertThat(Median.of(List.of(3.0, 1_000.0, 1.0))).isEqualTo(3);
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
        assertThatIllegalArgumentException().isThrownBy(() -> Median.of(List.of()));
    }

    @Test
    void ratios_are_made_round_by_round() {
        assertThat(Ratios.of(List.of(1.0, 6.0), List.of(2.0, 3.0))).containsExactly(0.5, 2.0);
        assertThatIllegalArgumentException().isThrownBy(() -> Ratios.of(List.of(1.0), List.of(1.0, 2.0)));
    }

    @Test
    void a_heap_is_read_whatever_the_collector() throws IOException {
        assertThat(Heap.used("""
                4711:
                 garbage-first heap   total reserved 524288K, committed 131072K, used 61440K [0x00000000e0000000, 0x0000000100000000)
                  region size 1024K, 3 young (3072K), 2 survivors (2048K)
                 Metaspace       used 80000K, committed 81000K, reserved 1130496K
                """)).isEqualTo(61_440L << 10);
        assertThat(Heap.used("""
                4711:
                PSYoungGen      total 113152K, used 35220K [0x0000000782700000, 0x000000078a500000, 0x0000000800000000)
                 eden space 97280K, 36% used [0x0000000782700000,0x00000007849652e8,0x0000000788600000)
                ParOldGen       total 258048K, used 1166K [0x0000000687400000, 0x0000000697000000, 0x0000000782700000)
                 object space 258048K, 0% used [0x0000000687400000,0x0000000687523ab8,0x0000000697000000)
                 Metaspace       used 80000K, committed 81000K, reserved 1130496K
                """)).isEqualTo((35_220L + 1_166L) << 10);
        assertThatThrownBy(() -> Heap.used("4711:\nThe VM does not answer")).isInstanceOf(IOException.class);
    }

    @Test
    void the_heap_of_a_living_jvm_can_be_asked_for() throws IOException {
        assertThat(Heap.afterCollection(ProcessHandle.current().pid())).isBetween(1L << 20, 2L << 30);
    }
}
