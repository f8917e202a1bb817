package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.FetchOutcome.Fetched;
import io.switchboard.connector.FetchOutcome.NotYet;
import io.switchboard.connector.MediaFetcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How a connector gets the files that messages announce. */
interface FetchingContract {

    ContractSubject subject();

    @TestFactory
    default Stream<DynamicTest> fetches_within_the_limit_or_not_yet() {
        return subject().eachTranslated((name, delivery) -> {
            assumeTrue(subject().role(MediaFetcher.class).isPresent(), "it fetches no files");
            subject()
                    .messages(delivery)
                    .flatMap(message -> message.attachments().stream())
                    .forEach(file -> fetch(file.providerMediaId(), delivery));
        });
    }

    /** With a platform out of reach, and room for one byte. */
    private void fetch(String providerMediaId, Delivery origin) {
        var context = ScriptedContext.create().refusingConnections();
        var test = subject().test();
        var outcome = subject()
                .role(MediaFetcher.class, context)
                .orElseThrow()
                .fetch(providerMediaId, origin, 1, test.connection(), test.secrets());

        if (context.attempts() > 0) {
            assertThat(outcome).isInstanceOf(NotYet.class);
        } else if (outcome instanceof Fetched fetched) {
            assertThat(fetched.content().size()).isLessThanOrEqualTo(1);
        }
    }
}
