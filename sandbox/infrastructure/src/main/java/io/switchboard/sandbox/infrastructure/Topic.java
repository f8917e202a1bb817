package io.switchboard.sandbox.infrastructure;

import java.util.Map;

/**
 * A Kafka topic as it shall exist.
 *
 * @param settings topic configuration by Kafka's names, such as {@code cleanup.policy}; what is not named keeps the broker's default
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

    public Topic {
        settings = Map.copyOf(settings);
    }

    public static Topic of(String name, int partitions) {
        return new Topic(name, partitions, Map.of());
    }
}
