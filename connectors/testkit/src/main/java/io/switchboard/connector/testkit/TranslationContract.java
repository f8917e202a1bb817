package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.switchboard.canonical.EventKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.connector.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a connector makes of deliveries that were believed: total, repeatable, and never an exception but one. */
interface TranslationContract {

    ContractSubject subject();

    @Test
    default void has_golden_deliveries() {
        assertThat(subject().files()).isNotEmpty();
    }

    @TestFactory
    default Stream<DynamicTest> translates_golden_deliveries() {
        return subject()
                .each((name, delivery) -> GoldenFile.of(
                                subject().test().getClass(), subject().test().deliveries() + name + ".json")
                        .verify(subject().read(delivery).golden()));
    }

    @TestFactory
    default Stream<DynamicTest> gives_the_same_keys_on_redelivery() {
        return subject()
                .eachTranslated((name, delivery) ->
                        assertThat(keys(Deliveries.again(delivery))).isEqualTo(keys(delivery)));
    }

    @TestFactory
    default Stream<DynamicTest> gives_different_happenings_different_keys() {
        return subject()
                .eachTranslated((name, delivery) -> assertThat(subject().read(delivery).events().stream()
                                .distinct()
                                .map(InboundEvent::key))
                        .doesNotHaveDuplicates());
    }

    @Test
    default void finds_every_element_of_a_batch() {
        verify(subject().test().batch().orElseGet(() -> abort("one delivery is one happening")));
    }

    @Test
    default void keeps_the_good_elements_beside_a_broken_one() {
        var batch =
                subject().test().batchWithOneBrokenElement().orElseGet(() -> abort("one delivery is one happening"));

        verify(batch);
        assertThat(subject().translate(batch.delivery()).ignored())
                .anySatisfy(ignored -> assertThat(ignored.reason()).startsWith("malformed: "));
    }

    private void verify(Batch batch) {
        var translation = subject().translate(batch.delivery());

        assertThat(translation.events()).hasSize(batch.events());
        assertThat(translation.ignored()).hasSize(batch.ignored());
        assertThat(translation.events().stream().map(InboundEvent::key)).doesNotHaveDuplicates();
    }

    @Test
    default void ignores_an_unknown_type_visibly() {
        var delivery = subject().test().unknownType().orElseGet(() -> abort("deliveries have no type"));

        var translation = subject().translate(delivery);

        assertThat(translation.events()).isEmpty();
        assertThat(translation.ignored()).isNotEmpty().allSatisfy(ignored -> {
            assertThat(ignored.what()).isNotBlank();
            assertThat(ignored.reason()).isNotBlank().doesNotStartWith("malformed");
        });
    }

    @TestFactory
    default Stream<DynamicTest> calls_a_truncated_body_malformed_and_nothing_else() {
        return subject().eachTranslated((name, delivery) -> {
            var text = delivery.body().asText().strip();
            var isJson = text.startsWith("{") || text.startsWith("[");
            BrokenBodies.prefixes(text.getBytes(StandardCharsets.UTF_8)).forEach(prefix -> {
                var reading = subject().read(Deliveries.withBody(delivery, prefix));
                if (isJson) {
                    assertThat(reading).as("the first %d bytes", prefix.length).isInstanceOf(Reading.Malformed.class);
                }
            });
        });
    }

    @TestFactory
    default Stream<DynamicTest> throws_nothing_else_whatever_the_bytes() {
        return subject()
                .eachTranslated((name, delivery) -> BrokenBodies.any(
                                delivery.body().bytes())
                        .map(body -> Deliveries.withBody(delivery, body))
                        .forEach(broken -> assertThat(subject().read(broken)).isNotNull()));
    }

    private List<EventKey> keys(Delivery delivery) {
        return subject().read(delivery).events().stream().map(InboundEvent::key).toList();
    }
}
