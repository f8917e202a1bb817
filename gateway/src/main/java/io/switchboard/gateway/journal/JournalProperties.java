package io.switchboard.gateway.journal;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param bootstrapServers the Kafka cluster, {@code host:port} separated by commas
 * @param acknowledgeWithin how long an append may take before it counts as failed
 * @param claimCheckAbove bodies larger than this wait in the blob store
 * @param blobs folder of the blob store
 * @param kafkaInFlight bytes Kafka may owe an acknowledgement for; above that deliveries take the way over the spool
 * @param retryKafkaAfter how long Kafka is left alone after three failures in a row
 * @param createTopics whether missing topics are created at start; a cluster's operator usually does that
 * @param partitions of a topic created at start
 * @param replicationFactor of a topic created at start
 */
@ConfigurationProperties("switchboard.journal")
public record JournalProperties(
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue("2500ms") Duration acknowledgeWithin,
        @DefaultValue("256KB") DataSize claimCheckAbove,
        @DefaultValue("blobs") Path blobs,
        @DefaultValue("32MB") DataSize kafkaInFlight,
        @DefaultValue("5s") Duration retryKafkaAfter,
        @DefaultValue("true") boolean createTopics,
        @DefaultValue("4") int partitions,
        @DefaultValue("1") short replicationFactor) {}
