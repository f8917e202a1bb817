package io.switchboard.gateway.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param port of the server for hooks alone; 0 for a free one, -1 for none: the web server takes hooks too
 * @param address where it listens
 * @param threads of the server for hooks; 0 for one per processor
 * @param connections the most it keeps open
 * @param requestWithin how long a sender may take for a request, and 1 s more for each 50 KB
 * @param idleFor how long an idle connection is kept
 * @param inFlight bytes of deliveries being read or stored at a time; above that senders are asked to come again
 * @param drain how long hooks are still answered, each with {@code Connection: close}, after the order to stop
 */
@ConfigurationProperties("switchboard.edge")
public record EdgeProperties(
        @DefaultValue("8081") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("0") int threads,
        @DefaultValue("10000") int connections,
        @DefaultValue("10s") Duration requestWithin,
        @DefaultValue("75s") Duration idleFor,
        @DefaultValue("96MB") DataSize inFlight,
        @DefaultValue("5s") Duration drain) {}
