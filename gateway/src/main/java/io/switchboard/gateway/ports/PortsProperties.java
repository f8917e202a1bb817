package io.switchboard.gateway.ports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Bounds of what connectors may do outside. */
@ConfigurationProperties("switchboard.ports")
record PortsProperties(
        @DefaultValue Http http, @DefaultValue Smtp smtp) {

    /**
     * @param connectTimeout until TCP and TLS stand; the rest of the time-out comes with each call
     * @param callsPerHost how many calls to one host run at once
     * @param slotWait how long a call waits for its turn
     */
    record Http(
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("32") int callsPerHost,
            @DefaultValue("2s") Duration slotWait) {}

    /**
     * @param connectTimeout until the connection stands
     * @param replyTimeout for each reply of the server
     * @param sessionTimeout from connecting to the last reply
     * @param sessionsPerHost how many sessions with one host run at once
     * @param slotWait how long a mail waits for its turn
     * @param helloName how we introduce ourselves (RFC 5321 §4.1.1.1); a public server wants our host name here
     */
    record Smtp(
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("60s") Duration replyTimeout,
            @DefaultValue("3m") Duration sessionTimeout,
            @DefaultValue("8") int sessionsPerHost,
            @DefaultValue("2s") Duration slotWait,
            @DefaultValue("localhost") String helloName) {}
}
