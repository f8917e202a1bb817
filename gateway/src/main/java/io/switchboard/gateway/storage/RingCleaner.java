package io.switchboard.gateway.storage;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Empties the partitions whose rows have had their time. Every process tries; an empty partition is left alone. */
@Component
class RingCleaner {

    private static final Logger log = LoggerFactory.getLogger(RingCleaner.class);
    private static final List<Ring> RINGS = List.of(Ring.INBOX, Ring.DELIVERIES);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RingCleaner(@Background JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "10m", fixedDelayString = "1h")
    void clean() {
        RINGS.forEach(ring -> ring.expired(clock.instant()).ifPresent(this::empty));
    }

    private void empty(String partition) {
        try {
            if (jdbc.queryForList("select 1 from " + partition + " limit 1").isEmpty()) {
                return;
            }
            jdbc.execute("truncate " + partition);
            log.atInfo().addKeyValue("partition", partition).log("expired rows dropped");
        } catch (DataAccessException busy) {
            log.atWarn()
                    .addKeyValue("partition", partition)
                    .addKeyValue("cause", busy.getClass().getSimpleName())
                    .log("expired rows are dropped later");
        }
    }
}
