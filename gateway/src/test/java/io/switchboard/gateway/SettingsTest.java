package io.switchboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.gateway.journal.JournalProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** The journal's settings: what holds when nobody says anything, and that each can be said. */
class SettingsTest {

    @Test
    void defaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new JournalProperties(
                        "127.0.0.1:9092",
                        Duration.ofMillis(2500),
                        DataSize.ofKilobytes(256),
                        Path.of("blobs"),
                        DataSize.ofMegabytes(32),
                        Duration.ofSeconds(5),
                        true,
                        4,
                        (short) 1));
    }

    @Test
    void every_setting_can_be_set() {
        var set = Map.of(
                "switchboard.journal.bootstrap-servers", "kafka:9092",
                "switchboard.journal.acknowledge-within", "1s",
                "switchboard.journal.claim-check-above", "1MB",
                "switchboard.journal.blobs", "/var/blobs",
                "switchboard.journal.kafka-in-flight", "8MB",
                "switchboard.journal.retry-kafka-after", "2s",
                "switchboard.journal.create-topics", "false",
                "switchboard.journal.partitions", "48",
                "switchboard.journal.replication-factor", "3");

        assertThat(bind(set))
                .isEqualTo(new JournalProperties(
                        "kafka:9092",
                        Duration.ofSeconds(1),
                        DataSize.ofMegabytes(1),
                        Path.of("/var/blobs"),
                        DataSize.ofMegabytes(8),
                        Duration.ofSeconds(2),
                        false,
                        48,
                        (short) 3));
    }

    private static JournalProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("switchboard.journal", Bindable.of(JournalProperties.class));
    }
}
