package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.hub.Hub;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Many runs with consecutive seeds on one living hub: a line for each, and in the end whether any promise was broken. A run that broke one
 * leaves its part of the processes' logs and the names of the deliveries beside its data.
 */
final class FaultCampaign {

    private static final int SHOWN = 10;

    private final Hub hub;
    private final InstantSource clock;
    private final Path folder;
    private final PrintStream out;

    /** @param folder for the report and what a violated run leaves */
    FaultCampaign(Hub hub, InstantSource clock, Path folder, PrintStream out) {
        this.hub = hub;
        this.clock = clock;
        this.folder = folder;
        this.out = out;
    }

    /** @return what all runs came to */
    Summary run(List<FaultPlan> plans) throws IOException, InterruptedException {
        var summary = new Summary();
        try (var report = new Report(folder.resolve("faults.jsonl"));
                var run = new FaultRun(hub, clock)) {
            for (var plan : plans) {
                var logs = LogMarks.of(hub);
                var outcome = run.run(plan);
                summary.add(outcome);
                report.add(outcome);
                out.println(outcome);
                if (!outcome.clean()) {
                    var kept = folder.resolve("violated-seed-" + plan.seed());
                    logs.keep(kept);
                    report.violations(outcome, kept.resolve("violations.txt"));
                    outcome.verdict().all().limit(SHOWN).forEach(told -> out.println("    " + told));
                    out.println("    all of it, and the logs: " + kept);
                }
            }
        }
        out.println(summary);
        return summary;
    }
}
