package io.switchboard.connector.email.posted;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.email.EmailContractTest;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.testkit.Proof;
import java.util.Optional;

/** Mailgun's routes. The proof is among the fields and does not cover the others. */
class MailgunContractTest extends EmailContractTest {

    @Override
    protected String deliveries() {
        return "deliveries/mailgun/";
    }

    @Override
    protected ConnectionRef connection() {
        return Fixture.connectionOf("mailgun");
    }

    @Override
    protected Delivery sign(Delivery unsigned) {
        return MailgunSigner.sign(unsigned);
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.empty();
    }

    @Override
    protected Proof proof() {
        return Proof.SHARED_TOKEN;
    }
}
