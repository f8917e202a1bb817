package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the gateway's heap grows while it works at half of what it could: what is used after a collection, every half minute. */
final class HeapGrowth implements Scenario {

    private static final Duration BETWEEN = Duration.ofSeconds(30);

    /** Caches fill up in the first minutes. */
    private static final Duration WARM_UP = Duration.ofMinutes(2);

    private static final double MEGABYTE = 1 << 20;

    @Override
    public void run(RateSettings settings, Report report, Path folder) throws IOException {
        try (var stage = Stage.start("gateway", settings, folder);
                var gateway = Runner.whole(stage, settings, report)) {
            gateway.warm(settings.warm());
            var rate = settings.rate() > 0
                    ? settings.rate()
                    : TicketsRate.sustainable(gateway, 0, settings, List.of()) / 2;
            var minutes = new ArrayList<Double>();
            var used = new ArrayList<Double>();
            var acknowledged = new ArrayList<Double>();
            var begin = System.nanoTime();
            for (var left = settings.duration(); left.isPositive(); left = left.minus(BETWEEN)) {
                var held = gateway.run("heap", 0, rate, left.compareTo(BETWEEN) < 0 ? left : BETWEEN);
                var heap = Heap.afterCollection(stage.gateway().pid());
                var at = Duration.ofNanos(System.nanoTime() - begin);
                acknowledged.add(held.result().perSecond());
                report.step(Map.of(
                        "phase",
                        "sample",
                        "seconds",
                        at.toSeconds(),
                        "usedBytes",
                        heap,
                        "residentBytes",
                        stage.gateway().residentBytes()));
                if (at.compareTo(WARM_UP) >= 0 || settings.duration().compareTo(WARM_UP.multipliedBy(2)) < 0) {
                    minutes.add(at.toMillis() / 60_000.0);
                    used.add(heap / MEGABYTE);
                }
            }
            gateway.settle();
            report.figure("rate", "/s", List.of(rate));
            report.figure("acknowledged", "/s", acknowledged);
            report.figure("used after collection", "MB", used);
            report.figure("growth after warm-up", "MB/min", List.of(Slope.of(minutes, used)));
        }
    }
}
