package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.EventKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Shopify promises no order and at least one delivery; the set of keys must not care. */
class UpdateKeysPropertyTest {

    @Property
    void any_order_and_any_repetition_yields_the_same_keys(
            @ForAll("updates") List<Update> updates, @ForAll Random chance) {
        var inOrder = keys(updates);

        var disorder = new ArrayList<>(updates);
        disorder.addAll(updates.subList(0, chance.nextInt(updates.size() + 1)));
        Collections.shuffle(disorder, chance);

        assertThat(keys(disorder)).isEqualTo(inOrder);
    }

    @Property
    void different_updates_never_share_a_key(@ForAll("updates") List<Update> updates) {
        var different = new HashSet<>(updates);

        assertThat(keys(updates)).hasSameSizeAs(different);
    }

    @Provide
    Arbitrary<List<Update>> updates() {
        var orders = Arbitraries.longs().between(7_300_000_000_000_000_001L, 7_300_000_000_000_000_002L);
        var seconds = Arbitraries.integers().between(0, 2);
        var states = Arbitraries.of("pending", "authorized", "paid");
        var events = Arbitraries.of(0L, 1L, 2L);
        return Combinators.combine(orders, seconds, states, events)
                .as(Update::new)
                .list()
                .ofMaxSize(12);
    }

    private static Set<EventKey> keys(List<Update> updates) {
        return updates.stream().flatMap(update -> update.hook().keys().stream()).collect(Collectors.toSet());
    }

    /** @param event which action it was; zero for a delivery that does not say */
    record Update(long order, int second, String state, long event) {

        Hook hook() {
            var at = "2026-02-03T10:00:0%d+01:00".formatted(second);
            var hook = Hook.of("orders/updated", VersionTest.order(order, state, at));
            return event == 0 ? hook : hook.with(Hook.EVENT, new UUID(0, event).toString());
        }
    }
}
