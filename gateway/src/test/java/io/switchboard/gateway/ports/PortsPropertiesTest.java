package io.switchboard.gateway.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PortsPropertiesTest {

    @Test
    void has_these_defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new PortsProperties(
                        new PortsProperties.Http(Duration.ofSeconds(3), 32, Duration.ofSeconds(2)),
                        new PortsProperties.Smtp(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(60),
                                Duration.ofMinutes(3),
                                8,
                                Duration.ofSeconds(2),
                                "localhost")));
    }

    @Test
    void every_property_can_be_set() {
        assertThat(bound(Map.of(
                        "switchboard.ports.http.connect-timeout", "1s",
                        "switchboard.ports.http.calls-per-host", "2",
                        "switchboard.ports.http.slot-wait", "3s",
                        "switchboard.ports.smtp.connect-timeout", "4s",
                        "switchboard.ports.smtp.reply-timeout", "5s",
                        "switchboard.ports.smtp.session-timeout", "6s",
                        "switchboard.ports.smtp.sessions-per-host", "7",
                        "switchboard.ports.smtp.slot-wait", "8s",
                        "switchboard.ports.smtp.hello-name", "hub.example")))
                .isEqualTo(new PortsProperties(
                        new PortsProperties.Http(Duration.ofSeconds(1), 2, Duration.ofSeconds(3)),
                        new PortsProperties.Smtp(
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                7,
                                Duration.ofSeconds(8),
                                "hub.example")));
    }

    private static PortsProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("switchboard.ports", PortsProperties.class);
    }
}
