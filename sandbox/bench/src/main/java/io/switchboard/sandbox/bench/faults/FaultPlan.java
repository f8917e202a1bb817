package io.switchboard.sandbox.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a seed stands for.
 *
 * @param pair whether two gateways share the work from the beginning
 */
record FaultPlan(long seed, boolean pair, Traffic traffic, List<Strike> strikes) {

    /** Consecutive runs that have the second gateway, or have it not: starting it takes longer than a run. */
    private static final int BLOCK = 10;

    private static final Duration LEAST = Duration.ofSeconds(6);
    private static final List<Victim> ALONE = List.of(Victim.GATEWAY, Victim.KAFKA, Victim.POSTGRESQL);
    private static final List<Victim> TOGETHER =
            List.of(Victim.GATEWAY, Victim.GATEWAY, Victim.PEER, Victim.KAFKA, Victim.POSTGRESQL);
    private static final List<String> TABLES = List.of("thread", "inbox", "message_index", "delivery");

    FaultPlan {
        strikes = strikes.stream().sorted(Comparator.comparing(Strike::at)).toList();
    }

    /** The same plan for the same seed, on every machine. */
    static FaultPlan draw(long seed) {
        var random = new SplittableRandom(seed);
        var pair = Math.floorMod(Math.floorDiv(seed, BLOCK), 2) == 1;
        var strikes = new ArrayList<Strike>();
        strikes.add(new Strike(millis(random, 500, 4_000), fault(random, pair)));
        if (random.nextInt(3) == 0) {
            // Never two of the same victim: the second would strike a dead one.
            var second = new Strike(millis(random, 500, 5_000), fault(random, pair));
            if (second.fault().victim() != strikes.getFirst().fault().victim()) {
                strikes.add(second);
            }
        }
        var toBoth = random.nextBoolean()
                && (pair || strikes.stream().anyMatch(strike -> strike.fault().victim() == Victim.PEER));
        return new FaultPlan(seed, pair, traffic(random, duration(strikes), toBoth), strikes);
    }

    /** Whether partitions change hands. */
    boolean rebalances() {
        return pair || strikes.stream().anyMatch(strike -> strike.fault().victim() == Victim.PEER);
    }

    /** The same with one more fault. */
    FaultPlan with(Strike strike) {
        var all = new ArrayList<>(strikes);
        all.add(strike);
        return new FaultPlan(seed, pair, traffic, all);
    }

    private static Duration duration(List<Strike> strikes) {
        var last =
                strikes.stream().map(Strike::end).max(Comparator.naturalOrder()).orElseThrow();
        return last.compareTo(LEAST) < 0 ? LEAST : last;
    }

    private static Fault fault(SplittableRandom random, boolean pair) {
        var victims = pair ? TOGETHER : ALONE;
        var victim = victims.get(random.nextInt(victims.size()));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Fault.Killed(victim, millis(random, 0, 3_000));
            case 3, 4 -> new Fault.Suspended(victim, millis(random, 1_000, 8_000));
            case 5, 6 -> new Fault.Restarted(victim, millis(random, 0, 2_000));
            case 7 ->
                pair
                        // Longer than its session at Kafka: the other one has taken over when it comes back.
                        ? new Fault.Suspended(Victim.GATEWAY, millis(random, 7_000, 12_000))
                        : new Fault.Peer(random.nextBoolean(), millis(random, 500, 3_000));
            case 8 -> new Fault.TableLocked(TABLES.get(random.nextInt(TABLES.size())), millis(random, 1_000, 8_000));
            default -> new Fault.BackendSuspended(random.nextInt(1 << 20), millis(random, 1_000, 8_000));
        };
    }

    private static Traffic traffic(SplittableRandom random, Duration duration, boolean toBoth) {
        var special = random.nextInt(6);
        return new Traffic(
                random.nextInt(200, 401),
                duration,
                special == 0 ? 100 : 1,
                special == 1 ? 30 : 0,
                special == 2 || special == 3 ? random.nextInt(10, 40) : 0,
                toBoth);
    }

    private static Duration millis(SplittableRandom random, int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }
}
