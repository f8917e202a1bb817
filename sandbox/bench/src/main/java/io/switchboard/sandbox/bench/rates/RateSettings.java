package io.switchboard.sandbox.bench.rates;

import io.switchboard.sandbox.bench.load.Kind;
import io.switchboard.sandbox.bench.load.Mix;
import io.switchboard.sandbox.bench.load.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says: {@code <scenario> [--name=value …] [-- <the gateway's arguments>]}. Durations are in seconds.
 *
 * @param folder {@code --folder}, for data, logs and reports
 * @param keep {@code --keep}, whether data stay afterwards
 * @param seed {@code --seed}, of the load
 * @param rounds {@code --rounds}, how often what is compared takes turns
 * @param warm {@code --warm}, how long each is warmed up before the first round
 * @param step {@code --step}, how long a rate is held
 * @param duration {@code --duration}, of a run at one rate: of {@code heap} the whole, of others one turn
 * @param from {@code --from}, the rate a search begins with
 * @param rate {@code --rate}, where a search would otherwise find one; 0 for the search
 * @param p99 {@code --p99} in milliseconds, within which a rate's acknowledgements must stay
 * @param merchants {@code --merchants}
 * @param threads {@code --threads}, of each merchant
 * @param kinds {@code --kinds}, of the deliveries, such as {@code shopify} or {@code whatsapp:6,shopify:3,email:1}
 * @param connections {@code --connections}, over which the load is spread
 * @param times {@code --times}, how many times as much the hot merchant delivers as any other
 * @param rows {@code --rows}, of a full inbox
 * @param heap {@code --heap}, the gateway's and the floor's
 * @param gatewayArguments everything after {@code --}, for the gateway or its JVM
 */
public record RateSettings(
        String scenario,
        Path folder,
        boolean keep,
        long seed,
        int rounds,
        Duration warm,
        Duration step,
        Duration duration,
        double from,
        double rate,
        int p99,
        int merchants,
        int threads,
        Map<Kind, Integer> kinds,
        int connections,
        int times,
        long rows,
        String heap,
        List<String> gatewayArguments) {

    private static final Set<String> NAMES = Set.of(
            "folder",
            "keep",
            "seed",
            "rounds",
            "warm",
            "step",
            "duration",
            "from",
            "rate",
            "p99",
            "merchants",
            "threads",
            "kinds",
            "connections",
            "times",
            "rows",
            "heap");

    public RateSettings {
        kinds = Map.copyOf(kinds);
        gatewayArguments = List.copyOf(gatewayArguments);
    }

    /** @throws IllegalArgumentException when an argument is none of those above */
    public static RateSettings of(String... arguments) {
        var all = Arrays.asList(arguments);
        var split = all.indexOf("--");
        var own = split < 0 ? all : all.subList(0, split);
        var gateway = new ArrayList<>(split < 0 ? List.<String>of() : all.subList(split + 1, all.size()));
        if (own.isEmpty()) {
            throw new IllegalArgumentException("a scenario was expected");
        }
        var options = options(own.subList(1, own.size()));
        var heap = own.getFirst().equals("heap");
        return new RateSettings(
                own.getFirst(),
                Path.of(options.getOrDefault("folder", "target/rates")),
                Boolean.parseBoolean(options.getOrDefault("keep", "false")),
                Long.parseLong(options.getOrDefault("seed", "1")),
                Integer.parseInt(options.getOrDefault("rounds", "5")),
                seconds(options.getOrDefault("warm", "40")),
                seconds(options.getOrDefault("step", "8")),
                seconds(options.getOrDefault("duration", heap ? "600" : "20")),
                Double.parseDouble(options.getOrDefault("from", "1000")),
                Double.parseDouble(options.getOrDefault("rate", "0")),
                Integer.parseInt(options.getOrDefault("p99", "50")),
                Integer.parseInt(options.getOrDefault("merchants", "101")),
                Integer.parseInt(options.getOrDefault("threads", "100")),
                kinds(options.getOrDefault("kinds", "shopify")),
                Integer.parseInt(options.getOrDefault("connections", "256")),
                Integer.parseInt(options.getOrDefault("times", "100")),
                Long.parseLong(options.getOrDefault("rows", "10000000")),
                options.getOrDefault("heap", "512m"),
                gateway);
    }

    Mix mix() {
        return Mix.of(kinds, merchants, threads, seed);
    }

    Target to(Target server) {
        return server.withConnections(connections);
    }

    /** For the report. */
    Map<String, Object> written() {
        var written = new LinkedHashMap<String, Object>();
        for (var component : RateSettings.class.getRecordComponents()) {
            try {
                written.put(
                        component.getName(),
                        String.valueOf(component.getAccessor().invoke(this)));
            } catch (ReflectiveOperationException unreadable) {
                throw new IllegalStateException(component + " of a public record cannot be read", unreadable);
            }
        }
        return written;
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (var argument : arguments) {
            var equals = argument.indexOf('=');
            var name = equals < 0 || !argument.startsWith("--") ? "" : argument.substring(2, equals);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(
                        "expected --name=value of " + NAMES.stream().sorted().toList() + ", found " + argument);
            }
            options.put(name, argument.substring(equals + 1));
        }
        return options;
    }

    private static Map<Kind, Integer> kinds(String list) {
        var kinds = new EnumMap<Kind, Integer>(Kind.class);
        for (var entry : list.split(",", -1)) {
            var colon = entry.indexOf(':');
            var name = colon < 0 ? entry : entry.substring(0, colon);
            kinds.put(
                    Kind.valueOf(name.toUpperCase(Locale.ROOT)),
                    colon < 0 ? 1 : Integer.parseInt(entry.substring(colon + 1)));
        }
        return kinds;
    }

    private static Duration seconds(String number) {
        return Duration.ofMillis(Math.round(Double.parseDouble(number) * 1000));
    }
}
