package io.switchboard.sandbox.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of one scenario: raw ones as they come, and those that count. */
public final class Report {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final int PRINTED = 9;

    private final String scenario;
    private final Map<String, Object> settings;
    private final Instant begun;
    private final PrintStream out;
    private final Map<String, Object> machine = Machine.facts();
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final List<Map<String, Object>> figures = new ArrayList<>();
    private final Table table = new Table("figure", "value", "per round");

    public Report(String scenario, Map<String, Object> settings, Instant begun, PrintStream out) {
        this.scenario = scenario;
        this.settings = Map.copyOf(settings);
        this.begun = begun;
        this.out = out;
    }

    /** Raw figures that belong together; the first of them are printed, so that whoever waits sees something. */
    public void step(Map<String, Object> step) {
        steps.add(new LinkedHashMap<>(step));
        out.println(step.entrySet().stream()
                .limit(PRINTED)
                .map(figure -> figure.getKey() + "=" + written(figure.getValue()))
                .collect(Collectors.joining(" ", scenario + ": ", "")));
    }

    /** A figure that counts: the median of its rounds. */
    public double figure(String name, String unit, List<Double> rounds) {
        var median = Median.of(rounds);
        var figure = new LinkedHashMap<String, Object>();
        figure.put("name", name);
        figure.put("unit", unit);
        figure.put("median", median);
        figure.put("rounds", rounds);
        figures.add(figure);
        table.add(
                name,
                written(median) + (unit.isEmpty() ? "" : " " + unit),
                String.join(
                        " ",
                        rounds.stream()
                                .map(round -> written(round.doubleValue()))
                                .toList()));
        return median;
    }

    /** Prints the table and writes the file. */
    public void finish(Path file) throws IOException {
        var all = new LinkedHashMap<String, Object>();
        all.put("scenario", scenario);
        all.put("begun", begun.toString());
        all.put("machine", machine);
        all.put("loadAfter", Machine.load());
        all.put("settings", settings);
        all.put("figures", figures);
        all.put("steps", steps);
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writeValue(file.toFile(), all);
        out.println();
        out.println(table);
        out.println();
        out.println(file);
    }

    private static String written(Object value) {
        return value instanceof Double number ? written(number.doubleValue()) : String.valueOf(value);
    }

    private static String written(double value) {
        var digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
