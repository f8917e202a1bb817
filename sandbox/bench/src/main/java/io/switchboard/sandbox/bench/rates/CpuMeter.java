package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.hub.ServerProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What processes use of the processors, by the operating system's accounting, from now on. */
final class CpuMeter {

    private final Map<String, ServerProcess> servers;
    private final Map<String, Duration> before;
    private final long benchBefore;

    private CpuMeter(Map<String, ServerProcess> servers) {
        this.servers = servers;
        this.before = now(servers);
        this.benchBefore = bench();
    }

    static CpuMeter start(Map<String, ServerProcess> servers) {
        return new CpuMeter(servers);
    }

    /** Microseconds for each of so many deliveries, by process; {@code bench} is this one: load, client and reader of {@code tickets}. */
    Map<String, Double> microsEach(long deliveries) {
        var each = Math.max(1, deliveries);
        var micros = new LinkedHashMap<String, Double>();
        now(servers).forEach((name, used) -> micros.put(name, micros(name, used) / each));
        micros.put("bench", (bench() - benchBefore) / 1e3 / each);
        return micros;
    }

    /** All processes together, as a part of one processor's time. */
    static double share(Map<String, ServerProcess> servers, Duration window) {
        var meter = start(servers);
        io.switchboard.sandbox.bench.hub.Patience.pass(window);
        return meter.microsEach(1).entrySet().stream()
                        .filter(used -> !used.getKey().equals("bench"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                / (window.toNanos() / 1e3);
    }

    private double micros(String name, Duration used) {
        return used.minus(before.getOrDefault(name, Duration.ZERO)).toNanos() / 1e3;
    }

    private static Map<String, Duration> now(Map<String, ServerProcess> servers) {
        var now = new LinkedHashMap<String, Duration>();
        servers.forEach((name, server) -> now.put(name, server.cpu()));
        return now;
    }

    private static long bench() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
