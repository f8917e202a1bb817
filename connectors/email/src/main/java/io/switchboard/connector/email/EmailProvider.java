package io.switchboard.connector.email;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorProvider;

/** Provides the e-mail connector. */
public final class EmailProvider implements ConnectorProvider {

    @Override
    public Connector create(ConnectorContext context) {
        return new EmailConnector(context);
    }
}
