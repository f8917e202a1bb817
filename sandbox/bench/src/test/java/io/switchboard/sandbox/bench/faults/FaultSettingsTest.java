package io.switchboard.sandbox.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultSettingsTest {

    @Test
    void says_what_it_does_unless_told_otherwise() {
        assertThat(FaultSettings.of("campaign"))
                .isEqualTo(new FaultSettings(
                        Scenario.CAMPAIGN, Path.of("target/faults"), 1, 100, 200, Duration.ofMinutes(2), List.of()));
    }

    @Test
    void takes_every_setting() {
        var settings = FaultSettings.of(
                "broker-away",
                "--folder=/tmp/f",
                "--seed=7",
                "--runs=3",
                "--rate=400",
                "--away=30",
                "--",
                "-Xlog:gc",
                "--switchboard.flow.batch=10");
        assertThat(settings)
                .isEqualTo(new FaultSettings(
                        Scenario.BROKER_AWAY,
                        Path.of("/tmp/f"),
                        7,
                        3,
                        400,
                        Duration.ofSeconds(30),
                        List.of("-Xlog:gc", "--switchboard.flow.batch=10")));
        assertThat(settings.hubPlan().gatewayArguments()).isEqualTo(settings.gatewayArguments());
    }

    @Test
    void refuses_what_it_does_not_know() {
        assertThatThrownBy(() -> FaultSettings.of("earthquake")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaultSettings.of("campaign", "--sed=1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--sed");
    }
}
