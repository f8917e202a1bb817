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

/** Platforms that deliver to a hub and do not give up soon. Half of them keep a thread's order, the others send as it comes. */
final class Load {

    private static final int THREADS = 12;
    private static final Duration PERSISTENCE = Duration.ofSeconds(45);

    private final Hub hub;
    private final Traffic traffic;
    private final long seed;
    private final Instant beginning;

    Load(Hub hub, Traffic traffic, long seed, Instant beginning) {
        this.hub = hub;
        this.traffic = traffic;
        this.seed = seed;
        this.beginning = beginning;
    }

    /** Returns when every delivery was acknowledged or given up. */
    void run(History history) throws InterruptedException {
        var mix = Mix.of(
                        Map.of(Kind.WHATSAPP, 6, Kind.SHOPIFY, 3, Kind.EMAIL, 1),
                        hub.plan().merchants(),
                        THREADS,
                        seed)
                .withHotMerchant(traffic.hotMerchant())
                .withHotThread(traffic.hotThread())
                .withPoisonEvery(traffic.poisonEvery());
        var orderly = start("orderly", mix.keepingOrder(), beginning, history);
        // Runs are told apart by their time, and no run is as short as a second.
        var hasty = start("hasty", mix.withSeed(~seed), beginning.plusSeconds(1), history);
        orderly.join();
        hasty.join();
    }

    private Thread start(String name, Mix mix, Instant at, History history) {
        var hooks = hub.gateways().stream().map(Gateway::hooks).limit(traffic.bothGateways() ? 2 : 1);
        var target = Target.gateway(hooks.toArray(URI[]::new)).withRetries(Retries.until(PERSISTENCE));
        return Thread.ofPlatform().name("load-" + name).start(() -> {
            try (var load = new OpenLoop(target, mix, Manifest.at(at), history)) {
                load.run(traffic.perSecond() / 2.0, traffic.duration());
            }
        });
    }
}
