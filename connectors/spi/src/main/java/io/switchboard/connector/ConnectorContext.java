package io.switchboard.connector;

import java.time.Clock;

/** A connector's only way out, lent by the gateway. */
public interface ConnectorContext {

    HttpPort http();

    SmtpPort smtp();

    Clock clock();
}
