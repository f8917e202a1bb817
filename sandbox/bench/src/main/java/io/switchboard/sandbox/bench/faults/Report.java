package io.switchboard.sandbox.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;

/** A line of JSON for each run, added to what is there. */
final class Report implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer lines;

    Report(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        lines = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void add(Outcome outcome) throws IOException {
        var verdict = outcome.verdict();
        var line = new LinkedHashMap<String, Object>();
        line.put("seed", outcome.plan().seed());
        line.put("pair", outcome.plan().pair());
        line.put(
                "faults",
                outcome.plan().strikes().stream().map(Strike::toString).toList());
        line.put("traffic", outcome.plan().traffic().toString());
        line.put("sent", verdict.sent());
        line.put("attempts", verdict.attempts());
        line.put("acknowledged", verdict.acknowledged());
        line.put("failures", verdict.failures());
        line.put("events", verdict.events());
        line.put("letters", verdict.letters());
        line.put("lost", verdict.lost().size());
        line.put("doubled", verdict.doubled().size());
        line.put("reordered", verdict.reordered().size());
        line.put("crossTenant", verdict.crossTenant().size());
        line.put("unasked", verdict.unasked().size());
        line.put("recoveryMillis", outcome.recovery().toMillis());
        line.put("trouble", outcome.trouble());
        lines.write(JSON.writeValueAsString(line) + "\n");
        lines.flush();
    }

    void violations(Outcome outcome, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, outcome.verdict().all().toList());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
