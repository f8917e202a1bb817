package io.switchboard.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReceiptStateTest {

    /** All 40,320 orders in which the eight states can arrive. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void ends_the_same_whatever_the_order_of_arrival(@ForAll("orders") List<ReceiptState> order) {
        assertThat(order.stream().reduce(ReceiptState::furthest)).contains(ReceiptState.DELETED);
    }

    @Property
    void ends_the_same_when_some_states_never_arrive_or_arrive_twice(@ForAll List<ReceiptState> seen) {
        var forth = seen.stream().reduce(ReceiptState::furthest);
        var back = seen.reversed().stream().reduce(ReceiptState::furthest);
        var once = seen.stream().distinct().reduce(ReceiptState::furthest);

        assertThat(forth).isEqualTo(back).isEqualTo(once);
    }

    @Property
    void never_goes_back(@ForAll ReceiptState stands, @ForAll ReceiptState arrives) {
        assertThat(stands.furthest(arrives)).isGreaterThanOrEqualTo(stands);
        assertThat(stands.furthest(arrives)).isIn(stands, arrives);
    }

    /** A person has several devices: one may fail while another delivers. */
    @Example
    void lets_only_a_delivery_overrule_a_failure() {
        assertThat(ReceiptState.FAILED.furthest(ReceiptState.SENT)).isEqualTo(ReceiptState.FAILED);
        assertThat(ReceiptState.FAILED.furthest(ReceiptState.DELIVERED)).isEqualTo(ReceiptState.DELIVERED);
        assertThat(ReceiptState.READ.furthest(ReceiptState.FAILED)).isEqualTo(ReceiptState.READ);
    }

    @Provide
    Arbitrary<List<ReceiptState>> orders() {
        return Arbitraries.shuffle(ReceiptState.values());
    }
}
