package io.switchboard.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.sandbox.infrastructure.Database;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claims and lines of the ledger in the database of a gateway, and what is left of them as time goes by. */
class RingCleanerTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-22T12:00:00Z");
    private static final HikariDataSource POOL = pool();

    private final JdbcTemplate jdbc = new JdbcTemplate(POOL);

    @BeforeEach
    void write() {
        jdbc.execute("truncate inbox");
        jdbc.execute("truncate delivery");
        claim(Ring.INBOX.slot(WRITTEN));
        claim((short) 0);
        jdbc.update("""
                insert into delivery (slot, delivery_id, tenant, connection_id, connector, owner, received_at, state, reason, events, size, sha256)
                values (?, gen_random_uuid(), 'ada', gen_random_uuid(), 'whatsapp', 'deliveries.whatsapp-0:1', now(), 'translated', '', '', 1, '')
                """, Ring.DELIVERIES.slot(WRITTEN));
    }

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void nothing_goes_while_a_platform_may_still_redeliver() {
        daily(0, 8);

        assertThat(rows("inbox")).isEqualTo(2);
        assertThat(rows("delivery")).isEqualTo(1);
    }

    @Test
    void each_goes_in_its_time_and_the_claims_of_mail_never() {
        daily(0, 17);

        assertThat(rows("inbox")).isEqualTo(1);
        assertThat(jdbc.queryForList("select slot from inbox", Short.class)).isEqualTo(List.of((short) 0));

        daily(17, 25);

        assertThat(rows("delivery")).isZero();
        assertThat(rows("inbox")).isEqualTo(1);
    }

    private void daily(int from, int to) {
        IntStream.rangeClosed(from, to)
                .mapToObj(days -> Clock.fixed(WRITTEN.plus(Duration.ofDays(days)), ZoneOffset.UTC))
                .forEach(clock -> new RingCleaner(jdbc, clock).clean());
    }

    private void claim(short slot) {
        jdbc.update("""
                insert into inbox (slot, event_id, owner, thread_id, seq, late, match_rule, revision)
                values (?, gen_random_uuid(), 'deliveries.whatsapp-0:1:0', gen_random_uuid(), 1, false, 'key', 1)
                """, slot);
    }

    private int rows(String table) {
        return jdbc.queryForList("select 1 from " + table).size();
    }

    private static HikariDataSource pool() {
        Database database = TestInfrastructure.freshDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), "")
                .load()
                .migrate();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.user());
        return pool;
    }
}
