package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.hub.Hub;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Main class: {@code <scenario> [--name=value …]}, see {@link FaultSettings}. {@code sandbox/bench/README.md} has the commands. Ends with 1
 * when a promise was broken.
 */
public final class Faults {

    private Faults() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.exit(play(FaultSettings.of(arguments), Clock.systemUTC(), System.out) ? 0 : 1);
    }

    /** What can be played. */
    public static List<String> names() {
        return Stream.of(Scenario.values()).map(Scenario::toString).toList();
    }

    /** @return whether every promise was kept */
    static boolean play(FaultSettings settings, InstantSource clock, PrintStream out)
            throws IOException, InterruptedException {
        settings.hubPlan().clear();
        // The second gateway comes when a fault wants it.
        try (var hub = Hub.start(settings.hubPlan(), 1)) {
            return new FaultCampaign(hub, clock, settings.folder(), out)
                    .run(settings.scenario().plans(settings))
                    .clean();
        }
    }
}
