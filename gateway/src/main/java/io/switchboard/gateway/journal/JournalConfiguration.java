package io.switchboard.gateway.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
    KafkaProducer<byte[], byte[]> journalProducer(JournalProperties properties, TopicsReady ready) {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "switchboard-journal");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                properties.acknowledgeWithin().toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Creates what is missing, where we may. */
    @Bean
    TopicsReady topicsReady(
            Admin admin, JournalProperties properties, io.switchboard.gateway.connections.Connectors connectors)
            throws InterruptedException {
        var names = new ArrayList<>(
                List.of(Topics.TICKETS, Topics.REPLIES, Topics.TICKET_STATE, Topics.INVALID, Topics.DEAD));
        connectors.all().forEach(c -> names.add(Topics.deliveries(c.descriptor().name())));
        if (properties.createTopics()) {
            var topics = names.stream()
                    .map(name -> new NewTopic(name, properties.partitions(), properties.replicationFactor()))
                    .toList();
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(
                                "topics could not be created at " + properties.bootstrapServers(), failed.getCause());
                    }
                }
            }
        }
        return new TopicsReady(Set.copyOf(names));
    }

    /** The topics the gateway works with exist. */
    record TopicsReady(Set<String> names) {}
}
