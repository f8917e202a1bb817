package io.switchboard.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.gateway.storage.PoolsProperties.Admin;
import io.switchboard.gateway.storage.PoolsProperties.BackgroundWork;
import io.switchboard.gateway.storage.PoolsProperties.Interactive;
import io.switchboard.sandbox.infrastructure.Database;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;

/** Floods, locks and slow statements stay where they are. */
@Timeout(30)
class PoolsTest {

    private static final Database DATABASE = TestInfrastructure.freshDatabase();
    private static final Duration SHORT = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofSeconds(20);

    private static HikariDataSource interactive;
    private static HikariDataSource background;
    private static HikariDataSource admin;

    @BeforeAll
    static void open() {
        var database = new DataSourceProperties();
        database.setUrl(DATABASE.jdbcUrl());
        database.setUsername(DATABASE.user());
        var pools = new Pools(database);
        var settings = new PoolsProperties(
                new Interactive(2, LONG, LONG, SHORT, LONG),
                new BackgroundWork(2, SHORT, LONG, LONG, SHORT),
                new Admin(1, LONG, SHORT, LONG, LONG));
        interactive = pools.interactivePool(settings);
        background = pools.backgroundPool(settings);
        admin = pools.adminPool(settings);
    }

    @AfterAll
    static void close() {
        interactive.close();
        background.close();
        admin.close();
    }

    @Test
    void a_saturated_background_pool_refuses_its_own_and_delays_nobody_else() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (var i = 0; i < background.getMaximumPoolSize(); i++) {
                taken.add(background.getConnection());
            }

            assertThatThrownBy(background::getConnection).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(one(interactive)).isEqualTo(1);
            assertThat(one(admin)).isEqualTo(1);
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        assertThat(one(background)).isEqualTo(1);
    }

    @Test
    void a_lock_somebody_holds_is_given_up_in_time_and_may_be_tried_again() throws SQLException {
        var jdbc = Pools.template(interactive);
        jdbc.execute("create table held (id int primary key)");
        jdbc.execute("insert into held values (1)");
        try (var holder = DATABASE.connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select * from held for update");

            assertThatThrownBy(() -> jdbc.execute("select * from held for update"))
                    .isInstanceOf(ConcurrencyFailureException.class);
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_ended_and_is_nobodys_fault() {
        assertThatThrownBy(() -> Pools.template(admin).execute("select pg_sleep(20)"))
                .isInstanceOf(QueryTimeoutException.class);
    }

    @Test
    void a_server_that_goes_away_is_nobodys_fault() {
        assertThatThrownBy(() -> Pools.template(interactive).execute("select pg_terminate_backend(pg_backend_pid())"))
                .isInstanceOf(TransientDataAccessException.class);
        assertThat(one(interactive)).isEqualTo(1);
    }

    @Test
    void a_transaction_that_does_nothing_is_ended() throws SQLException {
        try (var connection = background.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("select 1");

            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> Pools.template(interactive)
                            .queryForList(
                                    "select 1 from pg_stat_activity where application_name = 'switchboard-background' and xact_start is not null")
                            .isEmpty());
            assertThatThrownBy(() -> connection.createStatement().execute("select 1"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void columns_travel_in_binary_and_arrive_as_they_were() {
        var id = UUID.fromString("ffffffff-0000-5000-8000-000000000001");
        var at = java.time.Instant.parse("1999-12-31T23:59:59.999999Z");
        var rows = new Columns(
                        Kind.UUID,
                        Kind.TEXT,
                        Kind.BIGINT,
                        Kind.INTEGER,
                        Kind.BOOLEAN,
                        Kind.TIME,
                        Kind.REAL,
                        Kind.SMALLINT)
                .row(id, "a\u0000b \u00e4 \"{,}\" \uD83D\uDE00", Long.MIN_VALUE, -1, true, at, 0.5f, (short) -2)
                .row(null, null, null, null, null, null, null, null);

        var read = Pools.template(interactive).queryForList("""
                select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::int[], ?::boolean[], ?::timestamptz[], ?::real[], ?::smallint[])
                  as u(id, words, large, small, yes, at, part, tiny)
                """, rows.parameters());

        assertThat(read).hasSize(2);
        assertThat(read.getFirst())
                .containsEntry("id", id)
                .containsEntry("words", "ab \u00e4 \"{,}\" \uD83D\uDE00")
                .containsEntry("large", Long.MIN_VALUE)
                .containsEntry("small", -1)
                .containsEntry("yes", true)
                .containsEntry("at", java.sql.Timestamp.from(at))
                .containsEntry("part", 0.5f)
                .containsEntry("tiny", -2);
        assertThat(read.getLast().values()).containsOnlyNulls();
    }

    @Test
    void new_rows_arrive_as_they_were_and_none_when_one_is_there() {
        var jdbc = Pools.template(interactive);
        jdbc.execute("create table fresh (id uuid primary key, words text, digest bytea, at timestamptz)");
        var first = new UUID(1, 1);
        var at = java.time.Instant.parse("2026-01-01T12:00:00.123456Z");

        rows().row(first, "one", new byte[] {0, -1}, at)
                .row(new UUID(2, 2), null, null, null)
                .insert(jdbc);

        assertThat(jdbc.queryForMap("select * from fresh where id = ?", first))
                .containsEntry("words", "one")
                .containsEntry("digest", new byte[] {0, -1})
                .containsEntry("at", java.sql.Timestamp.from(at));
        assertThatThrownBy(() -> rows().row(new UUID(3, 3), "three", null, null)
                        .row(first, "again", null, null)
                        .insert(jdbc))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class)
                .hasMessageNotContaining("again");
        assertThat(jdbc.queryForObject("select count(*) from fresh", Integer.class))
                .isEqualTo(2);
    }

    private static NewRows rows() {
        return new NewRows("fresh", "id, words, digest, at", Kind.UUID, Kind.TEXT, Kind.BYTES, Kind.TIME);
    }

    private static Integer one(HikariDataSource pool) {
        return Pools.template(pool).queryForObject("select 1", Integer.class);
    }
}
