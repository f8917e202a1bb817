package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.HmacSha256;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.testkit.Deliveries;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The merchant of these tests. */
final class Shop {

    static final String NUMBER = "100200300400500";

    static final Secret APP_SECRET = Secret.of("whatsapp-test-app-secret");

    static final Secrets SECRETS = Secrets.of(Map.of(
            "app_secret",
            List.of(APP_SECRET),
            "verify_token",
            List.of(Secret.of("whatsapp-test-verify-token")),
            "access_token",
            List.of(Secret.of("whatsapp-test-access-token"))));

    static final ConnectionRef CONNECTION = connection(Map.of());

    private Shop() {}

    static ConnectionRef connection(Map<String, String> settings) {
        var tenant = new TenantId("demo");
        return new ConnectionRef(
                tenant, ConnectionId.of(tenant, "whatsapp", NUMBER), "whatsapp", "shop", NUMBER, settings);
    }

    static Delivery signed(Delivery unsigned) {
        var mac = HmacSha256.of(APP_SECRET, unsigned.body().bytes());
        return Deliveries.withHeader(
                unsigned, "X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac));
    }
}
