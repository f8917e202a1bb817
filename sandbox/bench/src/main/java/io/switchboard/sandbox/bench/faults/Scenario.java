package io.switchboard.sandbox.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What can be played: a list of plans. */
enum Scenario {
    /** Whatever the seeds say. */
    CAMPAIGN {
        @Override
        List<FaultPlan> plans(FaultSettings settings) {
            return LongStream.range(settings.seed(), settings.seed() + settings.runs())
                    .mapToObj(FaultPlan::draw)
                    .toList();
        }
    },

    /** Kafka answers nothing, then is not there at all; deliveries are acknowledged all the same. */
    BROKER_AWAY {
        @Override
        List<FaultPlan> plans(FaultSettings settings) {
            return List.of(
                    away(settings, 0, new Fault.Suspended(Victim.KAFKA, settings.away())),
                    away(settings, 1, new Fault.Killed(Victim.KAFKA, settings.away())),
                    startedWithoutKafka(settings));
        }

        // What a former process spooled, and a start while Kafka is away.
        private static FaultPlan startedWithoutKafka(FaultSettings settings) {
            var plan = away(settings, 2, new Fault.Killed(Victim.KAFKA, settings.away()));
            var restart = new Fault.Killed(Victim.GATEWAY, Duration.ofSeconds(1));
            var half = WARM.plus(settings.away().dividedBy(2));
            return plan.with(new Strike(half, restart));
        }
    },

    /** PostgreSQL answers nothing, then is not there at all; deliveries are acknowledged all the same. */
    POSTGRES_AWAY {
        @Override
        List<FaultPlan> plans(FaultSettings settings) {
            return List.of(
                    away(settings, 0, new Fault.Suspended(Victim.POSTGRESQL, settings.away())),
                    away(settings, 1, new Fault.Killed(Victim.POSTGRESQL, settings.away())));
        }
    },

    /** Neither is there: deliveries are refused, and what was acknowledged before and after is there. */
    BOTH_AWAY {
        @Override
        List<FaultPlan> plans(FaultSettings settings) {
            return List.of(away(
                    settings,
                    0,
                    new Fault.Killed(Victim.KAFKA, settings.away()),
                    new Fault.Killed(Victim.POSTGRESQL, settings.away())));
        }
    },

    /** The disk below Kafka is full: the hub's folder {@code kafka} must be a small file system of its own. */
    DISK_FULL {
        @Override
        List<FaultPlan> plans(FaultSettings settings) {
            return List.of(away(settings, 0, new Fault.DiskFilled(settings.away())));
        }
    },

    /**
     * A merchant that floods is in the slow lane while something happens, to one gateway and then to one of two; its order holds all the
     * same.
     */
    SLOW_LANE {
        @Override
        List<FaultPlan> plans(FaultSettings settings) {
            var faults = List.of(
                    new Fault.Killed(Victim.GATEWAY, Duration.ZERO),
                    new Fault.Suspended(Victim.KAFKA, Duration.ofSeconds(4)),
                    new Fault.Restarted(Victim.GATEWAY, Duration.ZERO),
                    new Fault.Suspended(Victim.POSTGRESQL, Duration.ofSeconds(4)),
                    new Fault.Killed(Victim.KAFKA, Duration.ofSeconds(1)));
            var traffic = new Traffic(settings.perSecond(), Duration.ofSeconds(8), 100, 0, 0, false);
            return IntStream.range(0, settings.runs())
                    .mapToObj(run -> new FaultPlan(
                            settings.seed() + run,
                            run / faults.size() % 2 == 1,
                            traffic,
                            List.of(new Strike(WARM, faults.get(run % faults.size())))))
                    .toList();
        }

        @Override
        List<String> gatewayArguments() {
            return List.of("--switchboard.slow-lane.per-second=20", "--switchboard.slow-lane.burst=20");
        }
    },

    /** The gateway is asked to end, under load on connections that are kept alive, and started again. */
    SIGTERM {
        @Override
        List<FaultPlan> plans(FaultSettings settings) {
            var restart = new Strike(WARM, new Fault.Restarted(Victim.GATEWAY, Duration.ZERO));
            var traffic = new Traffic(settings.perSecond(), Duration.ofSeconds(6), 1, 0, 0, false);
            return IntStream.range(0, settings.runs())
                    .mapToObj(run -> new FaultPlan(settings.seed() + run, false, traffic, List.of(restart)))
                    .toList();
        }
    },

    /** A second gateway comes and goes, politely and not, while both take deliveries. */
    REBALANCE {
        @Override
        List<FaultPlan> plans(FaultSettings settings) {
            var plans = new ArrayList<FaultPlan>();
            for (var run = 0; run < settings.runs(); run++) {
                var peer = new Fault.Peer(run % 2 == 1, Duration.ofSeconds(4));
                var traffic = new Traffic(settings.perSecond(), Duration.ofSeconds(6), 1, 0, 0, true);
                plans.add(new FaultPlan(settings.seed() + run, false, traffic, List.of(new Strike(WARM, peer))));
            }
            return plans;
        }
    };

    private static final Duration WARM = Duration.ofSeconds(3);

    abstract List<FaultPlan> plans(FaultSettings settings);

    /** What it needs of the gateway. */
    List<String> gatewayArguments() {
        return List.of();
    }

    private static FaultPlan away(FaultSettings settings, int number, Fault... faults) {
        var duration = WARM.plus(settings.away());
        var traffic = new Traffic(settings.perSecond(), duration, 1, 0, 0, false);
        var strikes =
                List.of(faults).stream().map(fault -> new Strike(WARM, fault)).toList();
        return new FaultPlan(settings.seed() + number, false, traffic, strikes);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
