package io.switchboard.gateway.ports;

import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.SmtpPort;
import java.time.Clock;

/** What every connector of this process is given. */
record LentPorts(HttpPort http, SmtpPort smtp, Clock clock) implements ConnectorContext {}
