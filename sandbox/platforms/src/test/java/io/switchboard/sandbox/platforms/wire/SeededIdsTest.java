package io.switchboard.sandbox.platforms.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeededIdsTest {

    @Test
    void repeats_for_the_same_seed_and_differs_for_another() {
        var first = new SeededIds(7).uuid();

        assertThat(new SeededIds(7).uuid()).isEqualTo(first).hasToString(first.toString());
        assertThat(new SeededIds(8).uuid()).isNotEqualTo(first);
    }

    @Test
    void makes_uuids_of_version_4() {
        var uuid = new SeededIds(1).uuid();

        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void makes_integers_that_a_double_cannot_hold() {
        var ids = new SeededIds(1);

        for (int i = 0; i < 100; i++) {
            long id = ids.beyondDouble();
            assertThat(id).isPositive();
            assertThat((long) (double) id).isNotEqualTo(id);
        }
    }

    @Test
    void makes_as_many_digits_as_asked_for() {
        assertThat(new SeededIds(1).digits(16)).matches("[1-9][0-9]{15}");
    }
}
