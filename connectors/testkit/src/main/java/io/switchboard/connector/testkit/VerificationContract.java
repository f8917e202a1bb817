package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.Verification;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whom a connector believes. */
interface VerificationContract {

    ContractSubject subject();

    @TestFactory
    default Stream<DynamicTest> believes_a_signed_delivery_and_acknowledges_it() {
        return subject().eachSigned((name, signed) -> {
            believes(signed, subject().test().secrets());
            assertThat(subject().webhooks().acknowledge(signed.id()).status()).isBetween(200, 299);
        });
    }

    @Test
    default void believes_what_the_platform_itself_signed() {
        subject().webhooks();
        var vectors = subject().test().platformVectors();
        assumeTrue(isSigned() || !vectors.isEmpty(), "a shared token signs nothing");

        assertThat(vectors)
                .as("deliveries the platform itself signed")
                .isNotEmpty()
                .allSatisfy(vector -> {
                    believes(vector.delivery(), vector.secrets());
                    rejects(vector.delivery(), strangers());
                    rejectsChangedBodies(vector.delivery(), vector.secrets());
                });
    }

    @TestFactory
    default Stream<DynamicTest> believes_every_secret_of_a_rotation() {
        var rotation = secrets((stranger, current) -> List.of(stranger, current));
        return subject().eachSigned((name, signed) -> believes(signed, rotation));
    }

    @TestFactory
    default Stream<DynamicTest> believes_nobody_by_another_secret_or_by_none() {
        return subject().eachSigned((name, signed) -> {
            rejects(signed, strangers());
            rejects(signed, Secrets.NONE);
        });
    }

    @TestFactory
    default Stream<DynamicTest> rejects_a_body_with_one_bit_flipped() {
        return subject().eachSigned((name, signed) -> {
            assumeTrue(isSigned(), "a shared token does not cover the body");
            rejectsChangedBodies(signed, subject().test().secrets());
        });
    }

    @TestFactory
    default Stream<DynamicTest> rejects_a_missing_truncated_altered_or_nonsensical_signature() {
        return subject().eachSigned((name, signed) -> {
            var header = subject().test().signatureHeader().orElseGet(() -> abort("the proof is in no header"));
            new Signatures(signed, header)
                    .spoilt()
                    .forEach(spoilt -> rejects(spoilt, subject().test().secrets()));
        });
    }

    private boolean isSigned() {
        return subject().test().proof() == Proof.SIGNED_BODY;
    }

    private void rejectsChangedBodies(Delivery signed, Secrets secrets) {
        BrokenBodies.flipped(signed.body().bytes())
                .forEach(body -> rejects(Deliveries.withBody(signed, body), secrets));
    }

    private void believes(Delivery delivery, Secrets secrets) {
        assertThat(subject().verify(delivery, secrets)).isEqualTo(Verification.AUTHENTIC);
    }

    private void rejects(Delivery delivery, Secrets secrets) {
        assertThat(subject().verify(delivery, secrets))
                .as(
                        "verification of a delivery with headers %s",
                        delivery.headers().asMap())
                .isInstanceOf(Verification.Rejected.class);
    }

    private Secrets strangers() {
        return secrets((stranger, current) -> List.of(stranger));
    }

    private Secrets secrets(BiFunction<Secret, Secret, List<Secret>> choice) {
        var own = subject().test().secrets();
        return Secrets.of(subject().connector().descriptor().secrets().stream()
                .filter(declared -> own.current(declared.name()).isPresent())
                .collect(Collectors.toMap(
                        declared -> declared.name(),
                        declared -> choice.apply(
                                Secret.of("somebody else's"),
                                own.current(declared.name()).orElseThrow()))));
    }
}
