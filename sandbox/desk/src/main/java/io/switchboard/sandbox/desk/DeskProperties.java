package io.switchboard.sandbox.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The miniature core.
 *
 * @param bootstrapServers where Kafka is
 * @param threads how many threads are kept in memory, those last heard of
 * @param entries how many entries of each thread are kept, the newest
 */
@ConfigurationProperties("switchboard.desk")
public record DeskProperties(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue("1000") int threads,
        @DefaultValue("200") int entries) {

    public DeskProperties {
        if (threads < 1 || entries < 1) {
            throw new IllegalArgumentException("switchboard.desk keeps at least one thread and one entry");
        }
    }
}
