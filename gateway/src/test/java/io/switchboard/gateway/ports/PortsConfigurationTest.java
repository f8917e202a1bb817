package io.switchboard.gateway.ports;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.ConnectorContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PortsConfigurationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @EnableConfigurationProperties(PortsProperties.class)
    static class Properties {}

    @Test
    void connectors_are_lent_both_ports_and_the_clock_of_the_process() {
        new ApplicationContextRunner()
                .withBean(Clock.class, () -> CLOCK)
                .withUserConfiguration(Properties.class, PortsConfiguration.class)
                .run(context -> {
                    var lent = context.getBean(ConnectorContext.class);

                    assertThat(lent.http()).isInstanceOf(GatewayHttp.class);
                    assertThat(lent.smtp()).isInstanceOf(GatewaySmtp.class);
                    assertThat(lent.clock()).isSameAs(CLOCK);
                });
    }
}
