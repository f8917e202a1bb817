package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.history.History;
import io.switchboard.sandbox.bench.history.TicketsWatch;
import io.switchboard.sandbox.bench.hub.Patience;
import io.switchboard.sandbox.bench.load.Kind;
import io.switchboard.sandbox.bench.load.Manifest;
import io.switchboard.sandbox.bench.load.Mix;
import io.switchboard.sandbox.bench.load.OpenLoop;
import io.switchboard.sandbox.bench.load.Result;
import io.switchboard.sandbox.bench.load.Retries;
import io.switchboard.sandbox.bench.load.Target;
import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A few seconds of everything, for the truth and never for the time: all that is acknowledged arrives, once, where it belongs. */
final class Smoke implements Scenario {

    private static final double DEFAULT_RATE = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void run(RateSettings settings, Report report, Path folder) throws IOException {
        var rate = settings.rate() > 0 ? settings.rate() : DEFAULT_RATE;
        try (var stage = Stage.start("gateway", settings, folder)) {
            var history = new History();
            try (var watch = TicketsWatch.start(stage.hub().bootstrapServers(), history)) {
                for (var kind : Kind.values()) {
                    var mix = Mix.of(kind, settings.merchants(), settings.threads(), settings.seed())
                            .withPoisonEvery(20);
                    var target = Target.gateway(stage.gateway().hooks()).withRetries(Retries.until(PATIENCE));
                    complete(kind.connector(), send(target, mix.keepingOrder(), rate, settings, history), report);
                }
                require(
                        Patience.of(PATIENCE).until(() -> history.awaited() == 0 && watch.isIdle()),
                        "not everything arrived");
            }
            var verdict = history.check(true);
            report.step(Map.of("phase", "verdict", "counts", verdict.counts(), "events", verdict.events()));
            require(verdict.clean(), verdict.counts());
            require(verdict.letters() > 0, "poison was not put aside");
            complete(
                    "floor",
                    send(Target.floor(stage.floorAddress()), settings.mix(), rate, settings, new History()),
                    report);
            report.figure(
                    "acknowledged, each told of once or put aside once", "", List.of((double) verdict.acknowledged()));
        }
    }

    private static Result send(Target target, Mix mix, double rate, RateSettings settings, History history) {
        try (var load = new OpenLoop(target, mix, Manifest.at(Instant.now()), history)) {
            return load.run(rate, settings.step());
        }
    }

    private static void complete(String of, Result result, Report report) {
        report.step(Map.of("phase", "smoke", "of", of, "result", result.toString()));
        require(result.complete(), of + ": not everything was acknowledged, " + result.failures());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
