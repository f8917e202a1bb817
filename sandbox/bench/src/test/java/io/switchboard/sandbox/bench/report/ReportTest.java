package io.switchboard.sandbox.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_table_has_columns() {
        var table = new Table("figure", "value");
        table.add("a", "1");
        table.add("longer", "12345678");

        assertThat(table.toString()).isEqualTo("""
                figure  value
                a       1
                longer  12345678""");
        assertThatIllegalArgumentException().isThrownBy(() -> table.add("alone"));
    }

    @Test
    void writes_every_raw_figure_and_prints_those_that_count(@TempDir Path folder) throws IOException {
        var report = new Report(
                "tickets", Map.of("seed", "7"), Instant.EPOCH, new PrintStream(said, true, StandardCharsets.UTF_8));
        report.step(Map.of("rate", 1000.0));

        var median = report.figure("gateway / floor", "", List.of(0.5, 0.75, 0.25));
        report.finish(folder.resolve("deep").resolve("report.json"));

        assertThat(median).isEqualTo(0.5);
        var written = new ObjectMapper()
                .readTree(folder.resolve("deep").resolve("report.json").toFile());
        assertThat(written.at("/steps/0/rate").asDouble()).isEqualTo(1000);
        assertThat(written.at("/figures/0/rounds")).hasSize(3);
        assertThat(written.at("/settings/seed").asText()).isEqualTo("7");
        assertThat(written.at("/machine/java").asText()).isNotBlank();
        assertThat(written.at("/machine/kafka").asText()).isNotEqualTo("unknown");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("tickets: rate=1000")
                .contains("gateway / floor  0.500  0.500 0.750 0.250");
    }
}
