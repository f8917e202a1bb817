package io.switchboard.sandbox.bench.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.switchboard.sandbox.bench.load.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateSettingsTest {

    @Test
    void has_defaults() {
        assertThat(RateSettings.of("acknowledged"))
                .isEqualTo(new RateSettings(
                        "acknowledged",
                        Path.of("target/rates"),
                        false,
                        1,
                        5,
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(20),
                        1_000,
                        0,
                        50,
                        101,
                        100,
                        Map.of(Kind.SHOPIFY, 1),
                        256,
                        100,
                        10_000_000,
                        "512m",
                        List.of()));
        assertThat(RateSettings.of("heap").duration()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void takes_every_setting() {
        assertThat(RateSettings.of(
                        "tickets",
                        "--folder=here",
                        "--keep=true",
                        "--seed=7",
                        "--rounds=3",
                        "--warm=1.5",
                        "--step=2",
                        "--duration=3",
                        "--from=200",
                        "--rate=400",
                        "--p99=100",
                        "--merchants=5",
                        "--threads=6",
                        "--kinds=whatsapp:3,email",
                        "--times=9",
                        "--rows=10",
                        "--connections=32",
                        "--heap=1g",
                        "--",
                        "--switchboard.flow.batch=100",
                        "-XX:+UseSerialGC"))
                .isEqualTo(new RateSettings(
                        "tickets",
                        Path.of("here"),
                        true,
                        7,
                        3,
                        Duration.ofMillis(1_500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        200,
                        400,
                        100,
                        5,
                        6,
                        Map.of(Kind.EMAIL, 1, Kind.WHATSAPP, 3),
                        32,
                        9,
                        10,
                        "1g",
                        List.of("--switchboard.flow.batch=100", "-XX:+UseSerialGC")));
    }

    @Test
    void takes_nothing_else() {
        assertThatIllegalArgumentException().isThrownBy(() -> RateSettings.of("tickets", "--round=3"));
        assertThatIllegalArgumentException().isThrownBy(() -> RateSettings.of("tickets", "rounds=3"));
        assertThatIllegalArgumentException().isThrownBy(RateSettings::of);
    }

    @Test
    void writes_all_of_itself_into_the_report() {
        assertThat(RateSettings.of("tickets", "--seed=7").written())
                .hasSize(19)
                .containsEntry("seed", "7")
                .containsEntry("kinds", "{SHOPIFY=1}");
    }
}
