package io.switchboard.sandbox.platforms.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void forgets_the_oldest_first() {
        var recent = new Recent<Integer>(2);

        recent.add(1);
        recent.add(2);
        recent.add(3);

        assertThat(recent.list()).containsExactly(2, 3);
    }
}
