package io.switchboard.gateway.journal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param limit bytes that may wait in PostgreSQL while Kafka is away; above that deliveries are refused
 * @param connections to PostgreSQL, which nothing else uses: one writes, one looks, two drain
 * @param look how often every process looks at what waits, its own and others'
 */
@ConfigurationProperties("switchboard.spool")
public record SpoolProperties(
        @DefaultValue("2GB") DataSize limit,
        @DefaultValue("4") int connections,
        @DefaultValue("250ms") Duration look) {

    /**
     * How long a look is good for. A process whose last one is older does not pass a delivery on to Kafka before it has looked again; and
     * nobody is told that a delivery is safe in the spool before all others' looks are younger.
     */
    Duration trust() {
        return look.multipliedBy(4);
    }
}
