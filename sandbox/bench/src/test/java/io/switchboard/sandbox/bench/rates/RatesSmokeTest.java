package io.switchboard.sandbox.bench.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesSmokeTest {

    @Test
    void everything_acknowledged_arrives_once_where_it_belongs(@TempDir Path folder) throws IOException {
        var said = new ByteArrayOutputStream();
        var settings = RateSettings.of("smoke", "--folder=" + folder, "--merchants=7", "--threads=5", "--step=3");

        var file = Rates.run(settings, Clock.systemUTC(), new PrintStream(said, true, StandardCharsets.UTF_8));

        var report = new ObjectMapper().readTree(file.toFile());
        // Three kinds, 60 a second, 3 s; every twentieth is poison and acknowledged, too.
        assertThat(report.at("/figures/0/median").asDouble()).isEqualTo(540);
        assertThat(report.at("/machine/processors").asInt()).isPositive();
        assertThat(report.at("/settings/seed").asText()).isEqualTo("1");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("lost=0 doubled=0 reordered=0 cross-tenant=0 unasked=0");
    }
}
