package io.switchboard.gateway.journal;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.DeliveryJournal.Landed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fair share at the edge: a merchant above its rate is moved to {@code deliveries.<connector>.bulk}, from where it goes on as fast as
 * the interactive lane keeps up. Nothing is refused and nothing overtakes: a connection comes back when all it has there went on.
 *
 * <p>Which connections wait there is known to the process that sent them there. Deliveries of one flooding merchant that reach
 * two gateways in the moment of the switch may change places.
 */
@Component
final class SlowLane {

    private static final Logger log = LoggerFactory.getLogger(SlowLane.class);

    /** How far what waits reaches, as offsets of the topic's partitions; nowhere yet while some of it is in the spool. */
    private record Reach(String connector, Map<TopicPartition, Long> offsets) {

        Reach and(Reach later) {
            return offsets.isEmpty() ? this : later;
        }

        boolean isPassed(Map<TopicPartition, Long> wentOn) {
            return offsets.entrySet().stream().allMatch(to -> wentOn.getOrDefault(to.getKey(), 0L) >= to.getValue());
        }
    }

    private final Offsets offsets;
    private final Spool spool;
    private final RateLimiterRegistry shares;
    private final Backlog<Reach> backlog = new Backlog<>(Reach::and);

    /** Connectors of which a former process may have left something there: all their deliveries go the slow way until it went on. */
    private final Map<String, Reach> leftovers = new ConcurrentHashMap<>();

    @Autowired
    SlowLane(Offsets offsets, Spool spool, SlowLaneProperties properties, Connectors connectors) {
        this(
                offsets,
                spool,
                properties,
                connectors.all().stream()
                        .map(connector -> connector.descriptor().name())
                        .toList());
    }

    SlowLane(Offsets offsets, Spool spool, SlowLaneProperties properties, List<String> connectors) {
        this.offsets = offsets;
        this.spool = spool;
        this.shares = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(properties.burst())
                .limitRefreshPeriod(Duration.ofMillis(1000L * properties.burst() / properties.perSecond()))
                .timeoutDuration(Duration.ZERO)
                .build());
        connectors.forEach(connector -> leftovers.put(connector, new Reach(connector, Map.of())));
    }

    /** Whether the connection's next delivery goes the slow way. */
    boolean isFor(ConnectionRef connection, Lane lane) {
        return lane == Lane.BULK
                || leftovers.containsKey(connection.connector())
                || backlog.holds(connection.id())
                || !share(connection).acquirePermission();
    }

    /** For a record about to be sent there: keeps its connection here until the record went on. */
    Landed watch(ConnectionRef connection, Appended told) {
        backlog.writing(connection.id());
        return new Landed() {
            @Override
            public void inKafka(RecordMetadata where) {
                var reach = Map.of(new TopicPartition(where.topic(), where.partition()), where.offset() + 1);
                backlog.written(connection.id(), new Reach(connection.connector(), reach));
                told.durable();
            }

            @Override
            public void inSpool() {
                backlog.written(connection.id(), new Reach(connection.connector(), Map.of()));
                told.durable();
            }

            @Override
            public void nowhere(JournalUnavailableException why) {
                backlog.failed(connection.id());
                told.unavailable(why);
            }
        };
    }

    /** Lets the connections come back of which all went on. */
    @Scheduled(fixedDelay = 250)
    void review() {
        var settled = backlog.settled();
        settled.keySet().removeIf(spool::holds);
        if (settled.isEmpty() && leftovers.isEmpty()) {
            return;
        }
        try {
            var wentOn = offsets.committed(Topics.BULK_GROUP);
            // What a former process left in the spool may be on its way here.
            var certain = spool.waiting().total() == 0;
            for (var left : certain ? List.copyOf(leftovers.values()) : List.<Reach>of()) {
                var reach = known(left);
                if (reach.isPassed(wentOn)) {
                    leftovers.remove(left.connector());
                } else {
                    leftovers.put(left.connector(), reach);
                }
            }
            for (var entry : settled.entrySet()) {
                var reach = entry.getValue().mark().orElseThrow();
                if (reach.offsets().isEmpty()) {
                    backlog.correct(entry.getKey(), entry.getValue(), known(reach));
                } else if (reach.isPassed(wentOn)) {
                    backlog.release(entry.getKey(), entry.getValue());
                }
            }
        } catch (JournalUnavailableException away) {
            log.atWarn().addKeyValue("cause", String.valueOf(away.getMessage())).log("slow lane not reviewed");
        }
    }

    private Reach known(Reach reach) throws JournalUnavailableException {
        return reach.offsets().isEmpty()
                ? new Reach(reach.connector(), offsets.ends(Topics.bulk(reach.connector())))
                : reach;
    }

    private RateLimiter share(ConnectionRef connection) {
        return shares.rateLimiter(connection.tenant().value());
    }
}
