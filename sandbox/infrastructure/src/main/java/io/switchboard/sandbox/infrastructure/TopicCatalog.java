package io.switchboard.sandbox.infrastructure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a broker, brought to what is wanted: missing ones created, settings of present ones applied. */
final class TopicCatalog {

    private final Admin admin;

    TopicCatalog(Admin admin) {
        this.admin = admin;
    }

    void ensure(Collection<Topic> wanted) throws IOException {
        Set<String> presentNames = createMissing(wanted);
        List<Topic> present = wanted.stream()
                .filter(topic -> presentNames.contains(topic.name()))
                .toList();
        refuseOtherPartitionCounts(present);
        applySettings(present);
    }

    /** The names of those that were there already. */
    private Set<String> createMissing(Collection<Topic> wanted) throws IOException {
        List<NewTopic> requests = wanted.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.settings()))
                .toList();
        Set<String> present = new HashSet<>();
        for (var creation : admin.createTopics(requests).values().entrySet()) {
            if (!created(creation.getKey(), creation.getValue())) {
                present.add(creation.getKey());
            }
        }
        return present;
    }

    private static boolean created(String name, KafkaFuture<Void> creation) throws IOException {
        try {
            creation.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new IOException("Kafka did not create topic " + name, e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** More partitions would send a key's later records elsewhere and break its order; fewer are impossible. */
    private void refuseOtherPartitionCounts(List<Topic> present) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        List<String> names = present.stream().map(Topic::name).toList();
        for (TopicDescription found :
                await(admin.describeTopics(names).allTopicNames()).values()) {
            counts.put(found.name(), found.partitions().size());
        }
        for (Topic topic : present) {
            int count = counts.getOrDefault(topic.name(), 0);
            if (count != topic.partitions()) {
                throw new StartRefusedException(
                        "Kafka topic %s has %d partitions on disk, %d are wanted; keep %d or delete the broker's folder"
                                .formatted(topic.name(), count, topic.partitions(), count));
            }
        }
    }

    private void applySettings(List<Topic> present) throws IOException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Topic topic : present) {
            List<AlterConfigOp> settings = topic.settings().entrySet().stream()
                    .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), settings);
        }
        await(admin.incrementalAlterConfigs(changes).all());
    }

    private static <T> T await(KafkaFuture<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException("Kafka did not answer about its topics", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for Kafka");
    }
}
