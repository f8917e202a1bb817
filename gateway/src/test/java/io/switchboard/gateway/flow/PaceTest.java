package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();
    private long end = 1_000_000;

    private void look(int others, int brought) {
        pace.brought(brought);
        end += others + brought;
        pace.look(end);
    }

    @Test
    void waits_until_it_knows_who_else_is_there() {
        look(0, 0);
        assertThat(pace.allowsNext()).isFalse();

        look(0, 0);
        assertThat(pace.allowsNext()).isTrue();
    }

    @Test
    void goes_on_at_once_while_nobody_else_delivers() {
        look(0, 0);
        for (var wave = 0; wave < 10; wave++) {
            look(0, Pace.WAVE);
            assertThat(pace.allowsNext()).isTrue();
        }
    }

    @Test
    void brings_back_a_quarter_of_what_others_deliver() {
        look(0, 0);
        var waves = 0;
        for (var looked = 0; looked < 1_000; looked++) {
            look(20, pace.allowsNext() ? Pace.WAVE : 0);
            waves += pace.allowsNext() ? 1 : 0;
        }

        assertThat(waves * Pace.WAVE).isEqualTo(1_000 * 20 / 4);
    }

    @Test
    void saves_nothing_up_for_later() {
        look(0, 0);
        look(100_000, 0);
        assertThat(pace.allowsNext()).isTrue();

        look(1, Pace.WAVE);
        assertThat(pace.allowsNext()).isFalse();
    }

    /** As after an hour with a wave a second that nothing had been allowed for. */
    @Test
    void pays_one_wave_back_and_no_more() {
        look(0, 0);
        for (var second = 0; second < 3_600; second++) {
            look(1, Pace.WAVE);
        }
        look(4 * Pace.WAVE, 0);
        assertThat(pace.allowsNext()).isFalse();

        look(4 * Pace.WAVE, 0);
        assertThat(pace.allowsNext()).isTrue();
    }
}
