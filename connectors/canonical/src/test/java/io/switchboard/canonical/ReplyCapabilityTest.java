package io.switchboard.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReplyCapabilityTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Property
    void closes_the_window_exactly_at_its_deadline(@ForAll("times") Instant until, @ForAll("times") Instant now) {
        var why = ReplyCapability.window(until, "message", true).whyNotFreeForm(now);

        assertThat(why).isEqualTo(now.isBefore(until) ? Optional.empty() : Optional.of(BlockedReason.WINDOW_CLOSED));
    }

    @Property
    void names_the_reason_of_a_block_before_any_deadline(@ForAll BlockedReason reason, @ForAll("times") Instant now) {
        var blocked = new ReplyCapability(true, Optional.of(NOON), Optional.empty(), true, false, Optional.of(reason));

        assertThat(blocked.whyNotFreeForm(now)).contains(reason);
    }

    @Property
    void never_closes_without_a_deadline(@ForAll("times") Instant now) {
        assertThat(ReplyCapability.UNLIMITED.whyNotFreeForm(now)).isEmpty();
    }

    @Example
    void knows_where_nothing_or_only_templates_can_be_sent() {
        var templates = new ReplyCapability(false, Optional.empty(), Optional.empty(), true, false, Optional.empty());

        assertThat(ReplyCapability.NONE.whyNotFreeForm(NOON)).contains(BlockedReason.NOT_SUPPORTED);
        assertThat(templates.whyNotFreeForm(NOON)).contains(BlockedReason.WINDOW_CLOSED);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs().between(-3, 3).map(NOON::plusMillis);
    }
}
