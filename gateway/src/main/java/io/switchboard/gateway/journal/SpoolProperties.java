package io.switchboard.gateway.journal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param limit bytes that may wait in PostgreSQL while Kafka is away; above that deliveries are refused
 * @param connections to PostgreSQL, which nothing else uses: one writes, two drain
 */
@ConfigurationProperties("switchboard.spool")
public record SpoolProperties(
        @DefaultValue("2GB") DataSize limit,
        @DefaultValue("3") int connections) {}
