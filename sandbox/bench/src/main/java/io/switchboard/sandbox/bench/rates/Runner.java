package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.hub.Patience;
import io.switchboard.sandbox.bench.hub.ServerProcess;
import io.switchboard.sandbox.bench.load.Manifest;
import io.switchboard.sandbox.bench.load.Mix;
import io.switchboard.sandbox.bench.load.OpenLoop;
import io.switchboard.sandbox.bench.load.Target;
import io.switchboard.sandbox.bench.load.TicketsReader;
import io.switchboard.sandbox.bench.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One of those that are compared, under load: runs steps of it and puts every one into the report. */
final class Runner implements AutoCloseable {

    /** More waiting deliveries than this are no rate that holds, and waiting for them all would only take time. */
    private static final int BACKLOG = 20_000;

    private static final Duration LEAD = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final double IDLE = 0.3;
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final String name;
    private final Map<String, ServerProcess> servers;
    private final Manifest manifest;
    private final OpenLoop load;
    private final Optional<TicketsReader> reader;
    private final Report report;

    private Runner(String name, Stage stage, Target target, Mix mix, boolean reading, Report report) {
        this.name = name;
        this.servers = stage.servers();
        this.report = report;
        this.manifest = Manifest.at(Instant.now());
        this.load = new OpenLoop(target.withBacklog(BACKLOG), mix, manifest);
        this.reader =
                reading ? Optional.of(TicketsReader.start(stage.hub().bootstrapServers(), manifest)) : Optional.empty();
    }

    static Runner floor(Stage stage, RateSettings settings, Report report) {
        return new Runner(
                "floor", stage, settings.to(Target.floor(stage.floorAddress())), settings.mix(), false, report);
    }

    /** Only what is acknowledged counts. */
    static Runner edge(Stage stage, RateSettings settings, Report report) {
        return new Runner(
                stage.name(),
                stage,
                settings.to(Target.gateway(stage.gateway().hooks())),
                settings.mix(),
                false,
                report);
    }

    /** What arrives on {@code tickets} counts, too. */
    static Runner whole(Stage stage, RateSettings settings, Report report) {
        return whole(stage, settings, settings.mix(), report);
    }

    static Runner whole(Stage stage, RateSettings settings, Mix mix, Report report) {
        return new Runner(
                stage.name(), stage, settings.to(Target.gateway(stage.gateway().hooks())), mix, true, report);
    }

    String name() {
        return name;
    }

    Manifest manifest() {
        return manifest;
    }

    /** @throws java.util.NoSuchElementException when only the edge counts */
    TicketsReader reader() {
        return reader.orElseThrow();
    }

    /** Holds a rate, after a short lead that does not count. */
    Outcome hold(String phase, int round, double rate, Duration duration) {
        load.run(rate, LEAD);
        return run(phase, round, rate, duration);
    }

    Outcome run(String phase, int round, double rate, Duration duration) {
        reader.ifPresent(TicketsReader::beginAnew);
        var meter = CpuMeter.start(servers);
        var result = load.run(rate, duration);
        var outcome =
                new Outcome(rate, result, meter.microsEach(result.acknowledged()), reader.map(TicketsReader::arrivals));
        var step = new LinkedHashMap<String, Object>();
        step.put("of", name);
        step.put("phase", phase);
        step.put("round", round);
        step.putAll(outcome.written());
        report.step(step);
        return outcome;
    }

    /** Ever more load for that long, or less when it is too much: a cold JVM is another program. */
    void warm(Duration atLeast) {
        var end = System.nanoTime() + atLeast.toNanos();
        var rate = 500.0;
        while (System.nanoTime() - end < 0) {
            var warming = run("warm", 0, rate, Duration.ofSeconds(4));
            var easy = warming.result().complete() && warming.acknowledgedWithin(99) < 500;
            rate = Math.max(200, rate * (easy ? 1.4 : 0.6));
        }
        settle();
    }

    /**
     * Returns when everything that was acknowledged has arrived and all processes are next to idle.
     *
     * @throws IllegalStateException when something acknowledged does not arrive, or one came twice
     */
    void settle() {
        reader.ifPresent(this::requireArrived);
        Patience.of(Duration.ofSeconds(20)).until(() -> CpuMeter.share(servers, QUIET) < IDLE);
    }

    @Override
    public void close() {
        load.close();
        reader.ifPresent(TicketsReader::close);
    }

    private void requireArrived(TicketsReader tickets) {
        if (!tickets.await(SETTLING)) {
            throw new IllegalStateException("%s: of %d acknowledged deliveries %d arrived within %d s"
                    .formatted(name, manifest.acknowledged(), tickets.seen(), SETTLING.toSeconds()));
        }
        if (tickets.doubled() > 0) {
            throw new IllegalStateException("%s: %d deliveries arrived twice".formatted(name, tickets.doubled()));
        }
    }
}
