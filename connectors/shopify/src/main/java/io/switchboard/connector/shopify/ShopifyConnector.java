package io.switchboard.connector.shopify;

import io.switchboard.canonical.Channel;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorDescriptor;
import io.switchboard.connector.ConnectorDescriptor.Limits;
import io.switchboard.connector.ConnectorDescriptor.SecretName;
import io.switchboard.connector.ConnectorDescriptor.Setting;
import io.switchboard.connector.ConnectorRole;
import io.switchboard.connector.HttpPort;
import java.util.List;
import java.util.Set;

/**
 * One Shopify shop per connection; the account is its {@code myshopify.com} domain. Nobody can be answered through
 * it.
 */
final class ShopifyConnector implements Connector {

    private static final int DELIVERY_BYTES = 4 << 20;

    private static final ConnectorDescriptor DESCRIPTOR = new ConnectorDescriptor(
            "shopify",
            "Shopify",
            Channel.COMMERCE,
            Set.of(),
            new Limits(DELIVERY_BYTES, 0, 0, 2),
            List.of(
                    new Setting(
                            ShopifyOrders.ADMIN_URL,
                            "Where the Admin API is; https:// and the account when it is not set",
                            ""),
                    new Setting(
                            ShopifyOrders.API_VERSION, "Version of the Admin API", ShopifyOrders.DEFAULT_API_VERSION)),
            List.of(
                    new SecretName(
                            ShopifySignature.SECRET,
                            "signature",
                            "Client secret of the app; for webhooks made in the admin, the secret shown there"),
                    new SecretName(ShopifyOrders.ACCESS_TOKEN, "api", "Admin API access token of the shop")));

    private final List<ConnectorRole> roles;

    ShopifyConnector(HttpPort http) {
        this.roles = List.of(new ShopifyWebhooks(), new ShopifyOrders(http));
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<ConnectorRole> roles() {
        return roles;
    }
}
