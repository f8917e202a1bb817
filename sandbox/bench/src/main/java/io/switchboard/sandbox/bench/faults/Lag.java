package io.switchboard.sandbox.bench.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records of the journal no committed batch has covered yet. */
final class Lag implements AutoCloseable {

    static final long UNKNOWN = -1;

    private static final List<String> CONNECTORS = List.of("whatsapp", "shopify", "email");

    private final Admin admin;

    Lag(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200));
    }

    /** @return {@link #UNKNOWN} while Kafka does not say */
    long records() {
        try {
            var lag = 0L;
            for (var connector : CONNECTORS) {
                lag += records(connector);
            }
            return lag;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        } catch (ExecutionException | TimeoutException away) {
            return UNKNOWN;
        }
    }

    private long records(String connector) throws InterruptedException, ExecutionException, TimeoutException {
        var topic = "deliveries." + connector;
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(5, TimeUnit.SECONDS)
                .values()
                .forEach(described -> described
                        .partitions()
                        .forEach(one -> wanted.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest())));
        var ends = admin.listOffsets(wanted).all().get(5, TimeUnit.SECONDS);
        var committed = admin.listConsumerGroupOffsets("switchboard." + connector)
                .partitionsToOffsetAndMetadata()
                .get(5, TimeUnit.SECONDS);
        var lag = 0L;
        for (var end : ends.entrySet()) {
            var done = committed.get(end.getKey());
            lag += end.getValue().offset() - (done == null ? 0 : done.offset());
        }
        return lag;
    }

    @Override
    public void close() {
        admin.close();
    }
}
