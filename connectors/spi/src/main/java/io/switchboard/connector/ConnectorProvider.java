package io.switchboard.connector;

/** A connector module's only public type, named in {@code META-INF/services}. */
public interface ConnectorProvider {

    /** Called once per process. Must not do I/O. */
    Connector create(ConnectorContext context);
}
