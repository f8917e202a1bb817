package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.history.History;
import io.switchboard.sandbox.bench.history.TicketsWatch;
import io.switchboard.sandbox.bench.hub.Hub;
import io.switchboard.sandbox.bench.hub.Patience;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Carries out plans on one living hub, one after the other. */
final class FaultRun implements AutoCloseable {

    private final Hub hub;
    private final InstantSource clock;
    private final Injector injector;
    private final Lag lag;
    private final TicketsWatch watch;
    private History history = new History();

    /** @param hub that nobody has delivered to yet, with two gateways */
    FaultRun(Hub hub, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
        this.injector = new Injector(hub);
        this.lag = new Lag(hub.bootstrapServers());
        this.watch = TicketsWatch.start(hub.bootstrapServers(), history);
    }

    /** Afterwards everything serves again. */
    Outcome run(FaultPlan plan) throws IOException, InterruptedException {
        injector.heal(plan.pair());
        var trouble = Collections.synchronizedList(new ArrayList<String>());
        var began = System.nanoTime();
        var strikes = plan.strikes().stream()
                .map(strike -> Thread.ofPlatform().name("strike").start(() -> strike(strike, began, trouble)))
                .toList();
        new Load(hub, plan, clock.instant()).run(history, () -> strikes.stream().noneMatch(Thread::isAlive));
        injector.heal(plan.pair());
        var recovery = new Settling(lag, watch).await(history);
        var verdict = history.check(true);
        history = history.next();
        watch.follow(history);
        return new Outcome(plan, verdict, recovery, List.copyOf(trouble));
    }

    @Override
    public void close() {
        watch.close();
        lag.close();
    }

    private void strike(Strike strike, long began, List<String> trouble) {
        Patience.pass(strike.at().minusNanos(System.nanoTime() - began));
        try {
            injector.strike(strike.fault());
        } catch (IOException | IllegalStateException failed) {
            trouble.add(strike.fault() + ": " + failed.getMessage());
        }
    }
}
