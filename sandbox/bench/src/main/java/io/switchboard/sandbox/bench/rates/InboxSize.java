package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;

/** How fast a backlog is worked off with an empty inbox, and with one that holds ten million claims. Two hubs that take turns. */
final class InboxSize implements Scenario {

    @Override
    public void run(RateSettings settings, Report report, Path folder) throws IOException {
        try (var empty = Stage.start("empty", settings, folder);
                var full = Stage.start("full", settings, folder);
                var withEmpty = Runner.whole(empty, settings, report);
                var withFull = Runner.whole(full, settings, report)) {
            // Before, because a claim is needed that the others can be like; and what one side does, the other does,
            // too.
            withEmpty.warm(settings.warm());
            withFull.warm(settings.warm());
            FullInbox.fill(full.hub(), settings.rows(), report);
            withEmpty.warm(settings.warm());
            withFull.warm(settings.warm());
            Turns.drain(new Turns.Side(full, withFull), new Turns.Side(empty, withEmpty), settings, report);
        }
    }
}
