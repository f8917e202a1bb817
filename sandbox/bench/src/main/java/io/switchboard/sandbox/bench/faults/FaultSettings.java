package io.switchboard.sandbox.bench.faults;

import io.switchboard.sandbox.bench.hub.HubPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param folder {@code --folder}, where data, logs and reports go; begun anew by nobody but the user
 * @param seed {@code --seed}, of the first run
 * @param runs {@code --runs}
 * @param perSecond {@code --rate}, where the seed does not say
 * @param away {@code --away} in seconds, for the scenarios in which something is away
 * @param gatewayArguments everything after {@code --}, for each gateway or its JVM
 */
record FaultSettings(
        Scenario scenario,
        Path folder,
        long seed,
        int runs,
        int perSecond,
        Duration away,
        List<String> gatewayArguments) {

    private static final List<String> NAMES = List.of("folder", "seed", "runs", "rate", "away");
    private static final int MERCHANTS = 20;
    private static final int GATEWAYS = 2;

    FaultSettings {
        gatewayArguments = List.copyOf(gatewayArguments);
    }

    static FaultSettings of(String... arguments) {
        var all = Arrays.asList(arguments);
        var split = all.indexOf("--");
        var own = split < 0 ? all : all.subList(0, split);
        var gateway = new ArrayList<>(split < 0 ? List.<String>of() : all.subList(split + 1, all.size()));
        if (own.isEmpty()) {
            throw new IllegalArgumentException("expected a scenario: " + Arrays.toString(Scenario.values()));
        }
        var options = options(own.subList(1, own.size()));
        return new FaultSettings(
                Scenario.valueOf(own.getFirst().toUpperCase(Locale.ROOT).replace('-', '_')),
                Path.of(options.getOrDefault("folder", "target/faults")),
                Long.parseLong(options.getOrDefault("seed", "1")),
                Integer.parseInt(options.getOrDefault("runs", "100")),
                Integer.parseInt(options.getOrDefault("rate", "200")),
                Duration.ofSeconds(Long.parseLong(options.getOrDefault("away", "120"))),
                gateway);
    }

    HubPlan hubPlan() {
        var arguments = new ArrayList<>(scenario.gatewayArguments());
        arguments.addAll(gatewayArguments);
        return new HubPlan(folder.resolve("hub"), MERCHANTS, GATEWAYS, "512m", arguments);
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (var argument : arguments) {
            var equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0 || !NAMES.contains(argument.substring(2, equals))) {
                throw new IllegalArgumentException("expected one of " + NAMES + " as --name=value, found " + argument);
            }
            options.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        return options;
    }
}
