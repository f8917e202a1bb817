package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;

/** What exactly-once costs: how fast a backlog is worked off with Kafka transactions and without. Two hubs that take turns. */
final class Transactions implements Scenario {

    @Override
    public void run(RateSettings settings, Report report, Path folder) throws IOException {
        try (var exactly = Stage.start("transactional", settings, folder);
                var atLeast =
                        Stage.start("at-least-once", settings, folder, "--switchboard.flow.publish=at-least-once");
                var once = Runner.whole(exactly, settings, report);
                var orMore = Runner.whole(atLeast, settings, report)) {
            once.warm(settings.warm());
            orMore.warm(settings.warm());
            Turns.drain(new Turns.Side(exactly, once), new Turns.Side(atLeast, orMore), settings, report);
        }
    }
}
