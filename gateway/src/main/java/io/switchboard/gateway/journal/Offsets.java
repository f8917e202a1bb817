package io.switchboard.gateway.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** How far topics reach and how far their readers came. */
@Component
public final class Offsets {

    private static final int PATIENCE_SECONDS = 3;

    private final Admin admin;

    Offsets(Admin admin) {
        this.admin = admin;
    }

    /**
     * The end of each partition for readers of committed records. The mark that ends a transaction counts as a record.
     *
     * @throws JournalUnavailableException when Kafka does not tell
     */
    public Map<TopicPartition, Long> ends(String topic) throws JournalUnavailableException {
        var described = describe(topic);
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        described.partitions().forEach(p -> latest.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        await(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /**
     * What a consumer group committed, where it did.
     *
     * @throws JournalUnavailableException when Kafka does not tell
     */
    public Map<TopicPartition, Long> committed(String group) throws JournalUnavailableException {
        var committed = new HashMap<TopicPartition, Long>();
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /**
     * What distinguishes a topic from one of the same name that was deleted.
     *
     * @throws JournalUnavailableException when Kafka does not tell
     */
    public String topicId(String topic) throws JournalUnavailableException {
        return describe(topic).topicId().toString();
    }

    private TopicDescription describe(String topic) throws JournalUnavailableException {
        return Objects.requireNonNull(
                await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
    }

    private static <T> T await(Future<T> asked) throws JournalUnavailableException {
        try {
            return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("stopped while asking for offsets", stopping);
        } catch (ExecutionException | TimeoutException away) {
            throw new JournalUnavailableException("Kafka did not tell its offsets", away);
        }
    }
}
