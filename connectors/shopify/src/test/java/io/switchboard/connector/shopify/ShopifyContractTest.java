package io.switchboard.connector.shopify;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.ConnectorProvider;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.testkit.Batch;
import io.switchboard.connector.testkit.ConnectorContractTest;
import io.switchboard.connector.testkit.Deliveries;
import io.switchboard.connector.testkit.PlatformVector;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ShopifyContractTest extends ConnectorContractTest {

    private static final String SIGNATURE = "X-Shopify-Hmac-Sha256";
    private static final String OF_THE_EVENTS_PRODUCT = "Shopify-Hmac-Sha256";
    private static final Secret SECRET = Secret.of("sandbox-shopify-secret");

    @Override
    protected ConnectorProvider provider() {
        return new ShopifyProvider();
    }

    @Override
    protected ConnectionRef connection() {
        return Hook.connection(Map.of());
    }

    @Override
    protected Secrets secrets() {
        return secrets(SECRET);
    }

    @Override
    protected Delivery sign(Delivery unsigned) {
        var signature = Base64.getEncoder()
                .encodeToString(HmacSha256.of(SECRET, unsigned.body().bytes()));
        return Deliveries.withHeader(Deliveries.withoutHeader(unsigned, OF_THE_EVENTS_PRODUCT), SIGNATURE, signature);
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.of(SIGNATURE);
    }

    @Override
    protected List<PlatformVector> platformVectors() {
        return List.of(new PlatformVector(
                "go-shopify, oauth_test.go", delivery("published-vector"), secrets(Secret.of("hush"))));
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
        return Optional.of(delivery("unknown-topic"));
    }

    @Override
    protected List<String> canaries() {
        return List.of("Ada", "Example.com", "901820", "Somebody", "Teestra", "Olga");
    }

    private static Secrets secrets(Secret signing) {
        return Secrets.of(Map.of(
                ShopifySignature.SECRET,
                List.of(signing),
                ShopifyOrders.ACCESS_TOKEN,
                List.of(Secret.of("shpat_0123456789"))));
    }
}
