package io.switchboard.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RingTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_partition_is_emptied_only_when_its_youngest_row_is_a_window_and_a_day_old() {
        var ring = new Ring("rows", 3, Duration.ofDays(8));
        for (var hours = 0; hours < 24 * 60; hours++) {
            var written = NEW_YEAR.plus(Duration.ofHours(hours));
            var partition = "rows_" + ring.slot(written);

            for (var age = 0; age <= 24 * 9; age++) {
                assertThat(ring.expired(written.plus(Duration.ofHours(age))))
                        .isNotEqualTo(java.util.Optional.of(partition));
            }
        }
    }

    @Test
    void a_partition_is_emptied_before_its_turn_comes_again() {
        var ring = new Ring("rows", 3, Duration.ofDays(8));
        for (var days = 0; days < 60; days++) {
            var now = NEW_YEAR.plus(Duration.ofDays(days));
            var partition = "rows_" + ring.slot(now);
            var emptied = java.util.stream.IntStream.rangeClosed(1, 8 * 24)
                    .mapToObj(hours -> ring.expired(now.minus(Duration.ofHours(hours))))
                    .anyMatch(java.util.Optional.of(partition)::equals);

            assertThat(emptied).isTrue();
        }
    }
}
