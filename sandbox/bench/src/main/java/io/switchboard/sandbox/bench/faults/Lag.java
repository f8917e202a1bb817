package io.switchboard.sandbox.bench.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whether anything waits in the journal that no committed batch has covered. */
final class Lag implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final int PATIENCE = 5;

    /** Topics and the consumer groups that read them. */
    private static final Map<String, String> READERS = Map.of(
            "deliveries.whatsapp", "switchboard.whatsapp",
            "deliveries.shopify", "switchboard.shopify",
            "deliveries.email", "switchboard.email",
            "deliveries.whatsapp.bulk", "switchboard.bulk",
            "deliveries.shopify.bulk", "switchboard.bulk",
            "deliveries.email.bulk", "switchboard.bulk");

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Lag(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200));
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** False also when Kafka does not tell. */
    boolean isNone() {
        try {
            for (var reader : READERS.entrySet()) {
                if (isLeft(uncovered(reader.getKey(), reader.getValue()))) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            return false;
        }
    }

    /** Where reading would go on, in each partition that reaches further. */
    private Map<TopicPartition, Long> uncovered(String topic, String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE, TimeUnit.SECONDS)
                .values()
                .forEach(described -> described
                        .partitions()
                        .forEach(one -> latest.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest())));
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE, TimeUnit.SECONDS);
        var uncovered = new HashMap<TopicPartition, Long>();
        for (var end :
                admin.listOffsets(latest).all().get(PATIENCE, TimeUnit.SECONDS).entrySet()) {
            var done = committed.get(end.getKey());
            var from = done == null ? 0 : done.offset();
            if (from < end.getValue().offset()) {
                uncovered.put(end.getKey(), from);
            }
        }
        return uncovered;
    }

    /** The mark that ends a transaction takes an offset and is no record, so it takes a look. */
    private boolean isLeft(Map<TopicPartition, Long> from) {
        if (from.isEmpty()) {
            return false;
        }
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        return !consumer.poll(LOOK).isEmpty();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
