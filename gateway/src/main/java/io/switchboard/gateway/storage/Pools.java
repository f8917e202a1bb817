package io.switchboard.gateway.storage;

import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.gateway.storage.PoolsProperties.Pool;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Connections to PostgreSQL. Who asks for nothing special gets the interactive pool, its templates and its transaction manager;
 * {@link Background} and {@link Administration} name the others.
 */
@Configuration(proxyBeanMethods = false)
class Pools {

    /** Types that the driver would send as text unless told otherwise: uuid[], timestamptz[], boolean[]. */
    private static final String BINARY = "2951,1185,1000";

    private final DataSourceProperties database;

    Pools(DataSourceProperties database) {
        this.database = database;
    }

    @Bean
    @Primary
    HikariDataSource interactivePool(PoolsProperties pools) {
        return pool("interactive", pools.interactive());
    }

    @Bean
    @Primary
    JdbcTemplate interactiveTemplate(DataSource pool) {
        return template(pool);
    }

    @Bean
    @Primary
    JdbcClient interactiveClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    @Primary
    JdbcTransactionManager interactiveTransactions(DataSource pool) {
        return transactions(pool);
    }

    /** Health is about the work somebody waits for: a busy background makes nobody ill. */
    @Bean
    DataSourceHealthIndicator dbHealthIndicator(DataSource pool) {
        return new DataSourceHealthIndicator(pool);
    }

    @Bean(defaultCandidate = false)
    @Background
    HikariDataSource backgroundPool(PoolsProperties pools) {
        return pool("background", pools.background());
    }

    @Bean(defaultCandidate = false)
    @Background
    JdbcTemplate backgroundTemplate(@Background DataSource pool) {
        return template(pool);
    }

    @Bean(defaultCandidate = false)
    @Background
    JdbcClient backgroundClient(@Background JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    /** For {@code @Transactional("background")}. */
    @Bean(name = "background", defaultCandidate = false)
    @Background
    JdbcTransactionManager backgroundTransactions(@Background DataSource pool) {
        return transactions(pool);
    }

    @Bean(defaultCandidate = false)
    @Administration
    HikariDataSource adminPool(PoolsProperties pools) {
        return pool("admin", pools.admin());
    }

    @Bean(defaultCandidate = false)
    @Administration
    JdbcTemplate adminTemplate(@Administration DataSource pool) {
        return template(pool);
    }

    /** Migrations may take their time. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrations() {
        var source = new SimpleDriverDataSource();
        source.setDriver(new org.postgresql.Driver());
        source.setUrl(database.determineUrl());
        source.setUsername(database.determineUsername());
        source.setPassword(database.determinePassword());
        return source;
    }

    static JdbcTemplate template(DataSource pool) {
        var template = new JdbcTemplate(pool);
        template.setExceptionTranslator(new PostgresErrors());
        return template;
    }

    private static JdbcTransactionManager transactions(DataSource pool) {
        var transactions = new JdbcTransactionManager(pool);
        transactions.setExceptionTranslator(new PostgresErrors());
        return transactions;
    }

    private HikariDataSource pool(String name, Pool settings) {
        var pool = database.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName(name);
        pool.setMaximumPoolSize(settings.size());
        pool.setConnectionTimeout(settings.connection().toMillis());
        // A server that answers nothing at all is given up a little after one that should have given up by itself.
        pool.addDataSourceProperty("socketTimeout", settings.statement().toSeconds() + 5);
        pool.addDataSourceProperty("connectTimeout", 2);
        pool.addDataSourceProperty("tcpKeepAlive", true);
        pool.addDataSourceProperty("ApplicationName", "switchboard-" + name);
        pool.addDataSourceProperty("binaryTransferEnable", BINARY);
        pool.addDataSourceProperty("reWriteBatchedInserts", true);
        // A refused row would otherwise be quoted in the log.
        pool.addDataSourceProperty("logServerErrorDetail", false);
        pool.addDataSourceProperty(
                "options",
                "-c TimeZone=UTC"
                        + option("statement_timeout", settings.statement())
                        + option("lock_timeout", settings.lock())
                        + option("idle_in_transaction_session_timeout", settings.idleInTransaction()));
        return pool;
    }

    private static String option(String name, Duration wait) {
        return " -c " + name + "=" + wait.toMillis();
    }
}
