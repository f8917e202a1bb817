package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.history.History;
import io.switchboard.sandbox.bench.hub.Gateway;
import io.switchboard.sandbox.bench.hub.Hub;
import io.switchboard.sandbox.bench.load.Kind;
import io.switchboard.sandbox.bench.load.Manifest;
import io.switchboard.sandbox.bench.load.Mix;
import io.switchboard.sandbox.bench.load.OpenLoop;
import io.switchboard.sandbox.bench.load.Retries;
import io.switchboard.sandbox.bench.load.Target;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Platforms that deliver to a hub and do not give up soon. Half of them keep a thread's order, the others send as it comes. */
final class Load {

    private static final int THREADS = 12;
    private static final Duration SLICE = Duration.ofSeconds(1);

    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    /** Longer than a session at Kafka: a gateway that was killed last leaves its group while deliveries come. */
    private static final Duration SESSION = Duration.ofSeconds(8);

    private static final Duration PERSISTENCE = Duration.ofSeconds(45);

    private final Hub hub;
    private final FaultPlan plan;
    private final Instant beginning;

    Load(Hub hub, FaultPlan plan, Instant beginning) {
        this.hub = hub;
        this.plan = plan;
        this.beginning = beginning;
    }

    /**
     * Returns when every delivery was acknowledged or given up.
     *
     * @param over whether the faults are over; until then, and a little longer, deliveries keep coming
     */
    void run(History history, BooleanSupplier over) throws InterruptedException {
        var traffic = plan.traffic();
        var mix = Mix.of(
                        Map.of(Kind.WHATSAPP, 6, Kind.SHOPIFY, 3, Kind.EMAIL, 1),
                        hub.plan().merchants(),
                        THREADS,
                        plan.seed())
                .withHotMerchant(traffic.hotMerchant())
                .withHotThread(traffic.hotThread())
                .withPoisonEvery(traffic.poisonEvery());
        var orderly = start("orderly", mix.keepingOrder(), beginning, history, over);
        // Runs are told apart by their time, and no run is as short as a second.
        var hasty = start("hasty", mix.withSeed(~plan.seed()), beginning.plusSeconds(1), history, over);
        orderly.join();
        hasty.join();
    }

    private Thread start(String name, Mix mix, Instant at, History history, BooleanSupplier over) {
        var traffic = plan.traffic();
        var rate = traffic.perSecond() / 2.0;
        var hooks = hub.gateways().stream().map(Gateway::hooks).limit(traffic.bothGateways() ? 2 : 1);
        var target = Target.gateway(hooks.toArray(URI[]::new)).withRetries(Retries.until(PERSISTENCE));
        return Thread.ofPlatform().name("load-" + name).start(() -> {
            try (var load = new OpenLoop(target, mix, Manifest.at(at), history)) {
                load.run(rate, traffic.duration());
                while (!over.getAsBoolean()) {
                    load.run(rate, SLICE);
                }
                load.run(rate, plan.rebalances() ? SESSION : AFTERWARDS);
            }
        });
    }
}
