package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.hub.Folders;
import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All scenarios, by their names. */
public final class Rates {

    private static final Map<String, Scenario> SCENARIOS = Map.of(
            "acknowledged", new AcknowledgedRate(),
            "tickets", new TicketsRate(),
            "heap", new HeapGrowth(),
            "fairness", new Fairness(),
            "inbox", new InboxSize(),
            "transactional", new Transactions(),
            "smoke", new Smoke());

    private Rates() {}

    public static Set<String> names() {
        return new TreeSet<>(SCENARIOS.keySet());
    }

    /**
     * Runs one and writes its report, also of one that ended early.
     *
     * @return the report's file
     */
    public static Path run(RateSettings settings, InstantSource clock, PrintStream out) throws IOException {
        var scenario = SCENARIOS.get(settings.scenario());
        if (scenario == null) {
            throw new IllegalArgumentException("expected one of %s, found %s".formatted(names(), settings.scenario()));
        }
        var begun = clock.instant();
        var report = new Report(settings.scenario(), settings.written(), begun, out);
        var run = settings.scenario() + "-" + begun.toString().replaceAll("[^0-9TZ]", "");
        var data = settings.folder().resolve("data").resolve(run);
        var file = settings.folder().resolve(run + ".json");
        try {
            scenario.run(settings, report, data);
        } finally {
            report.finish(file);
            if (!settings.keep()) {
                // Logs stay.
                Folders.delete(data, path -> path.toString().contains("/logs"));
            }
        }
        return file;
    }
}
