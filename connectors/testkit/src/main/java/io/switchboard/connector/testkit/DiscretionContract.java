package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.Delivery;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a connector keeps to itself: whatever is printed may end up in a log. */
interface DiscretionContract {

    ContractSubject subject();

    @TestFactory
    default Stream<DynamicTest> prints_nothing_secret_or_personal() {
        return subject().each((name, delivery) -> {
            var canaries = canaries(delivery);
            assertThat(printed(delivery))
                    .allSatisfy(text -> assertThat(canaries).noneMatch(text::contains));
        });
    }

    @TestFactory
    default Stream<DynamicTest> complains_without_quoting_anybody() {
        return subject().eachTranslated((name, delivery) -> {
            var canaries = canaries(delivery);
            var complaints = BrokenBodies.any(delivery.body().bytes())
                    .map(body -> subject().read(Deliveries.withBody(delivery, body)))
                    .filter(Reading.Malformed.class::isInstance)
                    .map(String::valueOf)
                    .collect(Collectors.toSet());
            assertThat(complaints).allSatisfy(text -> assertThat(canaries).noneMatch(text::contains));
        });
    }

    private Set<String> canaries(Delivery delivery) {
        var test = subject().test();
        var canaries = new TreeSet<>(Personal.in(subject().read(delivery).events()));
        canaries.addAll(Personal.in(test.secrets(), subject().connector().descriptor()));
        canaries.addAll(test.canaries());
        return canaries;
    }

    private Set<String> printed(Delivery delivery) {
        var test = subject().test();
        var reading = subject().read(delivery);
        return Stream.concat(
                        Stream.of(
                                test.sign(delivery),
                                test.connection(),
                                test.secrets(),
                                subject().connector(),
                                reading),
                        reading.events().stream())
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
