package io.switchboard.connector;

import java.util.List;

/** One platform, as far as the gateway needs to know it. Both methods are constant and do no I/O. */
public interface Connector {

    ConnectorDescriptor descriptor();

    /** What the connector can do, each role at most once. */
    List<ConnectorRole> roles();
}
