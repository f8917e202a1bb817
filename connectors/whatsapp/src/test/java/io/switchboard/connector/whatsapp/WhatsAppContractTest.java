package io.switchboard.connector.whatsapp;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.ConnectorProvider;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Feature;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.testkit.Batch;
import io.switchboard.connector.testkit.ConnectorContractTest;
import io.switchboard.connector.testkit.PlatformVector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class WhatsAppContractTest extends ConnectorContractTest {

    private static final Set<Feature> FILES =
            Set.of(Feature.SEND_IMAGE, Feature.SEND_VIDEO, Feature.SEND_AUDIO, Feature.SEND_FILE, Feature.SEND_STICKER);

    @Override
    protected ConnectorProvider provider() {
        return new WhatsAppProvider();
    }

    @Override
    protected ConnectionRef connection() {
        return Shop.CONNECTION;
    }

    @Override
    protected Secrets secrets() {
        return Shop.SECRETS;
    }

    @Override
    protected Delivery sign(Delivery unsigned) {
        return Shop.signed(unsigned);
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of("X-Hub-Signature-256");
    }

    @Override
    protected List<PlatformVector> platformVectors() {
        return List.of(new PlatformVector(
                "Meta's published test vector",
                delivery("published-vector"),
                Secrets.of(Map.of("app_secret", List.of(Secret.of("sesame"))))));
    }

    @Override
    protected Optional<Batch> batch() {
        return Optional.of(new Batch(delivery("batch"), 28, 0));
    }

    @Override
    protected Optional<Batch> batchWithOneBrokenElement() {
        return Optional.of(new Batch(delivery("batch-with-a-broken-message"), 27, 1));
    }

    @Override
    protected Optional<Delivery> unknownType() {
        return Optional.of(delivery("unknown-field"));
    }

    @Override
    protected List<String> canaries() {
        return List.of("Ada Wong", "12025550123", "DE.77700011122233344455", "Where is my order");
    }

    @Override
    protected boolean sendsInOneCall(Feature feature) {
        return !FILES.contains(feature);
    }
}
