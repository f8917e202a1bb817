package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.canonical.MessageId;
import io.switchboard.connector.Feature;
import io.switchboard.connector.MessageSender;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.SendOutcome.Deferred;
import io.switchboard.connector.SendOutcome.Refused;
import io.switchboard.connector.SendOutcome.Unconfirmed;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a connector answers customers: one attempt, and an honest word about it. */
interface SendingContract {

    ContractSubject subject();

    @Test
    default void declares_no_sending_without_a_sender() {
        assumeTrue(subject().role(MessageSender.class).isEmpty(), "it has a sender");

        assertThat(subject().connector().descriptor().features())
                .noneMatch(feature -> contents().of(feature).isPresent());
    }

    @TestFactory
    default Stream<DynamicTest> refuses_what_it_does_not_declare_without_a_call() {
        return eachFeature(false, (feature, message) -> {
            var context = ScriptedContext.create().answeringNonsense();

            assertThat(send(message, context)).isInstanceOf(Refused.class);
            assertThat(context.attempts()).isZero();
        });
    }

    @TestFactory
    default Stream<DynamicTest> defers_what_was_certainly_not_sent() {
        return eachFeature(true, (feature, message) -> {
            var context = ScriptedContext.create().refusingConnections();

            assertThat(send(message, context)).isInstanceOf(Deferred.class);
            assertThat(context.attempts()).as("attempts").isOne();
        });
    }

    @TestFactory
    default Stream<DynamicTest> leaves_a_lost_answer_unconfirmed() {
        return eachFeature(true, (feature, message) -> {
            assumeOneCall(feature);
            var context = ScriptedContext.create().breakingOff();

            assertThat(send(message, context)).isInstanceOf(Unconfirmed.class);
            assertThat(context.attempts()).as("attempts").isOne();
        });
    }

    @TestFactory
    default Stream<DynamicTest> calls_nothing_a_failure_that_the_platform_took() {
        return eachFeature(true, (feature, message) -> {
            assumeOneCall(feature);

            assertThat(send(message, ScriptedContext.create().answeringNonsense()))
                    .isNotInstanceOfAny(Refused.class, Deferred.class);
        });
    }

    private Stream<DynamicTest> eachFeature(boolean declared, BiConsumer<Feature, OutboundMessage> check) {
        return Stream.of(Feature.values())
                .filter(feature -> subject().connector().descriptor().supports(feature) == declared)
                .flatMap(feature -> contents().of(feature).stream()
                        .map(message -> DynamicTest.dynamicTest(feature.name(), () -> check.accept(feature, message))));
    }

    private SampleContents contents() {
        var test = subject().test();
        var answered = test.answerable();
        var messageId = MessageId.ofCommand(test.connection().tenant(), "contract", 0);
        return answered.map(message -> new SampleContents(messageId, message.returnAddress(), message.nativeId()))
                .orElseGet(() -> SampleContents.toNobody(messageId));
    }

    private SendOutcome send(OutboundMessage message, ScriptedContext context) {
        var sender = subject().role(MessageSender.class, context);
        return sender.map(present -> present.send(
                        message, subject().test().connection(), subject().test().secrets()))
                .orElseGet(() -> abort("it sends nothing"));
    }

    private void assumeOneCall(Feature feature) {
        assumeTrue(
                subject().test().sendsInOneCall(feature),
                "the first of its calls prepares: nothing reached the customer when it fails");
    }
}
