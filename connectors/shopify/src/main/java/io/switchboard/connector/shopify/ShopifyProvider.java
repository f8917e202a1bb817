package io.switchboard.connector.shopify;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorProvider;

/** Shopify shops: webhooks in, orders on request. */
public final class ShopifyProvider implements ConnectorProvider {

    @Override
    public Connector create(ConnectorContext context) {
        return new ShopifyConnector(context.http());
    }
}
