package io.switchboard.connector.email.posted;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.email.EmailContractTest;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.testkit.PlatformVector;
import io.switchboard.connector.testkit.Proof;
import java.util.List;
import java.util.Optional;

/** SendGrid's Inbound Parse, proven like every other connector. */
class SendGridContractTest extends EmailContractTest {

    @Override
    protected String deliveries() {
        return "deliveries/sendgrid/";
    }

    @Override
    protected ConnectionRef connection() {
        return Fixture.connectionOf("sendgrid");
    }

    @Override
    protected Delivery sign(Delivery unsigned) {
        return SendGridSigner.sign(unsigned);
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of(SendGridSigner.SIGNATURE);
    }

    @Override
    protected Proof proof() {
        return Proof.SIGNED_BODY;
    }

    @Override
    protected List<PlatformVector> platformVectors() {
        return List.of(SendGridSignatureTest.vector());
    }
}
