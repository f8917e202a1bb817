package io.switchboard.connector.email;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.ConnectorProvider;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.testkit.Batch;
import io.switchboard.connector.testkit.ConnectorContractTest;
import io.switchboard.connector.testkit.Deliveries;
import io.switchboard.connector.testkit.PlatformVector;
import io.switchboard.connector.testkit.Proof;
import java.util.List;
import java.util.Optional;

/** What the e-mail connector proves like every other. */
public class EmailContractTest extends ConnectorContractTest {

    private static final String HEADER = "Authorization";

    @Override
    protected ConnectorProvider provider() {
        return new EmailProvider();
    }

    @Override
    protected ConnectionRef connection() {
        return Fixture.connection();
    }

    @Override
    protected Secrets secrets() {
        return Fixture.secrets();
    }

    @Override
    protected Delivery sign(Delivery unsigned) {
        var isMail = unsigned.method().equals("SMTP");
        return isMail ? unsigned : Deliveries.withHeader(unsigned, HEADER, "Bearer sandbox-hook-token");
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of(HEADER);
    }

    @Override
    protected List<PlatformVector> platformVectors() {
        return List.of();
    }

    @Override
    protected Proof proof() {
        return Proof.SHARED_TOKEN;
    }

    @Override
    protected Optional<Batch> batch() {
        return Optional.empty();
    }

    @Override
    protected Optional<Batch> batchWithOneBrokenElement() {
        return Optional.empty();
    }

    @Override
    protected Optional<Delivery> unknownType() {
        return Optional.empty();
    }
}
