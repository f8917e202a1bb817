package io.switchboard.gateway.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kafka clients of the journal. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean(destroyMethod = "close")
    Admin kafkaAdmin(JournalProperties properties) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
    }

    /** Acknowledged means: on every in-sync replica, once, in order. */
    @Bean(destroyMethod = "close")
    KafkaProducer<byte[], byte[]> journalProducer(JournalProperties properties) {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "switchboard-journal");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A batch costs far more than a record: a platform waits seconds for its answer, and 2 ms more save a tenth of
        // all CPU.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 3);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 500);
        // More than Kafka may owe us, and a topic once known stays known: send() never waits.
        settings.put(
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                2 * properties.kafkaInFlight().toBytes() + (16L << 20));
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(7).toMillis());
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) properties.acknowledgeWithin().toMillis() * 4 / 5);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                properties.acknowledgeWithin().toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Connections of the spool alone: whatever else is slow, this must not wait for it. */
    @Bean(defaultCandidate = false)
    @Qualifier("spool")
    HikariDataSource spoolDataSource(DataSourceProperties database, SpoolProperties properties) {
        var pool = database.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName("spool");
        pool.setMaximumPoolSize(properties.connections());
        pool.setConnectionTimeout(1_000);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("reWriteBatchedInserts", true);
        pool.addDataSourceProperty("logServerErrorDetail", false);
        pool.addDataSourceProperty("tcpKeepAlive", true);
        pool.addDataSourceProperty("connectTimeout", 1);
        pool.addDataSourceProperty("socketTimeout", 5);
        pool.addDataSourceProperty(
                "options",
                "-c statement_timeout=4000 -c lock_timeout=1000 -c idle_in_transaction_session_timeout=5000");
        return pool;
    }
}
