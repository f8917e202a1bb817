package io.switchboard.connector.email.posted;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.email.EmailContractTest;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.testkit.Deliveries;
import io.switchboard.connector.testkit.Proof;
import java.util.Optional;

/** Postmark's inbound webhook, which signs nothing. */
class PostmarkContractTest extends EmailContractTest {

    @Override
    protected String deliveries() {
        return "deliveries/postmark/";
    }

    @Override
    protected ConnectionRef connection() {
        return Fixture.connectionOf("postmark");
    }

    @Override
    protected Delivery sign(Delivery unsigned) {
        return Deliveries.withHeader(unsigned, "Authorization", "Basic bm9yZGxpY2h0OnBhcnNlLXBhc3MtcGhyYXNl");
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of("Authorization");
    }

    @Override
    protected Proof proof() {
        return Proof.SHARED_TOKEN;
    }
}
