package io.switchboard.connector;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.TenantId;
import java.util.Map;
import java.util.Optional;

/**
 * One account of one merchant, as a connector may know it.
 *
 * @param connector the connector's name
 * @param name the merchant's name for the connection, the last segment of its hook address
 * @param account the platform's id of the account: phone_number_id, mailbox address, shop domain
 * @param settings what the connector declared in its descriptor, by name; no secrets
 */
public record ConnectionRef(
        TenantId tenant, ConnectionId id, String connector, String name, String account, Map<String, String> settings) {

    public ConnectionRef {
        settings = Map.copyOf(settings);
    }

    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public String toString() {
        return "ConnectionRef[" + connector + "/" + name + "]";
    }
}
