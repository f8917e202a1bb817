package io.switchboard.connector.careless;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorProvider;

/** Its neighbours are the point. */
public final class CarelessProvider implements ConnectorProvider {

    @Override
    public Connector create(ConnectorContext context) {
        throw new UnsupportedOperationException("never created");
    }
}
