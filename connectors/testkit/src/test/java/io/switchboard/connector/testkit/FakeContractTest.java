package io.switchboard.connector.testkit;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.ConnectorProvider;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.fake.FakeProvider;
import io.switchboard.connector.fake.FakeProvider.Defect;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a connector's test looks like; here with a defect to choose, see {@link ContractNoticesTest}. */
@ExtendWith(ChosenDefect.class)
class FakeContractTest extends ConnectorContractTest {

    private static final TenantId TENANT = new TenantId("demo");

    private static final String HEADER = "X-Fake-Signature";

    private final Defect defect;

    FakeContractTest(Defect defect) {
        this.defect = defect;
    }

    @Override
    protected ConnectorProvider provider() {
        return new FakeProvider(defect);
    }

    @Override
    protected ConnectionRef connection() {
        return new ConnectionRef(TENANT, ConnectionId.of(TENANT, "fake", "1"), "fake", "demo-fake", "1", Map.of());
    }

    @Override
    protected Secrets secrets() {
        return secrets("shared-with-fake");
    }

    @Override
    protected Delivery sign(Delivery unsigned) {
        return sign(unsigned, Secret.of("shared-with-fake"));
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of(HEADER);
    }

    @Override
    protected List<PlatformVector> platformVectors() {
        var signed = sign(delivery("text"), Secret.of("platform-example"));
        return List.of(new PlatformVector("there is no such platform", signed, secrets("platform-example")));
    }

    @Override
    protected Optional<Batch> batch() {
        return Optional.of(new Batch(delivery("batch"), 3, 0));
    }

    @Override
    protected Optional<Batch> batchWithOneBrokenElement() {
        return Optional.of(new Batch(delivery("batch-broken"), 2, 1));
    }

    @Override
    protected Optional<Delivery> unknownType() {
        return Optional.of(delivery("unknown"));
    }

    private static Delivery sign(Delivery unsigned, Secret secret) {
        var mac = HmacSha256.of(secret, unsigned.body().bytes());
        return Deliveries.withHeader(
                unsigned, HEADER, "sha256=" + HexFormat.of().formatHex(mac));
    }

    private static Secrets secrets(String app) {
        return Secrets.of(Map.of("app", List.of(Secret.of(app))));
    }
}
