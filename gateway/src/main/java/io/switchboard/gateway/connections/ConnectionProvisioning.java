package io.switchboard.gateway.connections;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secret;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How connections come into being and change. */
@Component
public class ConnectionProvisioning {

    private final Connectors connectors;
    private final ConnectionStore store;
    private final ConnectionRegistry registry;

    ConnectionProvisioning(Connectors connectors, ConnectionStore store, ConnectionRegistry registry) {
        this.connectors = connectors;
        this.store = store;
        this.registry = registry;
    }

    /**
     * Creates a connection or brings it up to date; a changed secret becomes the current one, the former is still believed.
     *
     * @param name last segment of the hook address, unique per connector
     * @throws IllegalArgumentException when the connector is unknown or a setting or secret is not one it declares
     */
    @Transactional
    public ConnectionRef connect(
            TenantId tenant,
            String connector,
            String name,
            String account,
            Map<String, String> settings,
            Map<String, Secret> secrets) {
        var descriptor = connectors
                .find(connector)
                .orElseThrow(() -> new IllegalArgumentException("there is no connector " + connector))
                .descriptor();
        settings.keySet().forEach(key -> {
            if (descriptor.settings().stream()
                    .noneMatch(setting -> setting.name().equals(key))) {
                throw new IllegalArgumentException(connector + " declares no setting " + key);
            }
        });
        secrets.keySet().forEach(key -> {
            if (descriptor.secrets().stream().noneMatch(secret -> secret.name().equals(key))) {
                throw new IllegalArgumentException(connector + " declares no secret " + key);
            }
        });
        var id = ConnectionId.of(tenant, connector, account);
        var ref = new ConnectionRef(tenant, id, connector, name, account, settings);
        store.save(ref);
        secrets.forEach((key, secret) -> store.rotate(ref, key, secret));
        return ref;
    }

    /** Makes a secret the current one, which the platform itself handed out. */
    public void rotate(ConnectionRef connection, String name, Secret secret) {
        store.rotate(connection, name, secret);
        registry.refresh();
    }

    /** Makes what was committed visible to this process at once; others see it within the refresh interval. */
    public void publish() {
        registry.refresh();
    }

    /** Records how a connection is. */
    public void report(ConnectionId connection, HealthState state, String reason) {
        store.health(connection, state, reason);
        registry.refresh();
    }
}
