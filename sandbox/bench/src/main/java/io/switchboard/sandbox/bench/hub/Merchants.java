package io.switchboard.sandbox.bench.hub;

import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Secret;
import io.switchboard.gateway.connections.ConnectionProvisioning;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.sandbox.bench.Merchant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;

/** Connects what is not connected yet; a gateway that starts again finds all of it in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class Merchants {

    /** Nobody listens there: the load asks for no replies and brings no files. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private final ConnectionProvisioning provisioning;
    private final ConnectionRegistry registry;

    Merchants(
            ConnectionProvisioning provisioning,
            ConnectionRegistry registry,
            @Value("${bench.merchants}") int merchants) {
        this.provisioning = provisioning;
        this.registry = registry;
        for (var number = 0; number < merchants; number++) {
            connect(new Merchant(number));
        }
        provisioning.publish();
    }

    private void connect(Merchant merchant) {
        connect(
                merchant,
                "whatsapp",
                Map.of("graph_url", NOWHERE),
                secrets(merchant, "app_secret", "verify_token", "access_token"));
        connect(merchant, "shopify", Map.of("admin_url", NOWHERE), secrets(merchant, "client_secret", "access_token"));
        connect(
                merchant,
                "email",
                Map.of("smtp_host", "127.0.0.1", "smtp_port", "9", "smtp_security", "none"),
                secrets(merchant, "hook_token"));
    }

    private void connect(
            Merchant merchant, String connector, Map<String, String> settings, Map<String, Secret> secrets) {
        var name = merchant.connection(connector);
        if (registry.find(connector + "/" + name).isEmpty()) {
            var tenant = new TenantId(merchant.tenant());
            provisioning.connect(tenant, connector, name, merchant.account(connector), settings, secrets);
        }
    }

    private static Map<String, Secret> secrets(Merchant merchant, String... names) {
        var secrets = new java.util.HashMap<String, Secret>();
        for (var name : names) {
            secrets.put(name, Secret.of(merchant.secret(name)));
        }
        return secrets;
    }
}
