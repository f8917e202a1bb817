package io.switchboard.connector.whatsapp;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorProvider;

/** Makes the connector for the WhatsApp Cloud API. */
public final class WhatsAppProvider implements ConnectorProvider {

    @Override
    public Connector create(ConnectorContext context) {
        return new WhatsAppConnector(context.http());
    }
}
