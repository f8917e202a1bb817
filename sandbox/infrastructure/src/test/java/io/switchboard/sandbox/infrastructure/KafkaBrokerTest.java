package io.switchboard.sandbox.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

/** What a client may expect of the broker, asked of the shared one. */
class KafkaBrokerTest {

    private final KafkaBroker broker = TestInfrastructure.kafka();
    private final BrokerClient client = new BrokerClient(broker.bootstrapServers(), "topic-" + UUID.randomUUID());

    @Test
    void listens_on_loopback_only() {
        assertThat(broker.bootstrapServers()).matches("127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void commits_one_transaction_and_hides_another_from_read_committed() throws Exception {
        broker.createTopics(List.of(Topic.of(client.topic(), 3)));

        client.commit("kept 1", "kept 2");
        client.abort("taken back");

        assertThat(client.values("read_committed")).containsExactly("kept 1", "kept 2");
        assertThat(client.values("read_uncommitted")).containsExactly("kept 1", "kept 2", "taken back");
    }

    @Test
    void creates_a_topic_once_and_applies_later_settings() throws Exception {
        broker.createTopics(List.of(Topic.of(client.topic(), 3)));
        client.send("before");

        broker.createTopics(List.of(new Topic(client.topic(), 3, Map.of("cleanup.policy", "compact"))));

        assertThat(client.values("read_committed")).containsExactly("before");
        assertThat(configuration(ConfigResource.Type.TOPIC, client.topic())
                        .get("cleanup.policy")
                        .value())
                .isEqualTo("compact");
    }

    @Test
    void refuses_another_number_of_partitions() throws IOException {
        broker.createTopics(List.of(Topic.of(client.topic(), 3)));

        assertThatThrownBy(() -> broker.createTopics(List.of(Topic.of(client.topic(), 4))))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("has 3 partitions on disk, 4 are wanted");
    }

    @Test
    void creates_no_topic_by_being_asked_for_it() throws Exception {
        assertThat(client.partitions()).isZero();

        Set<String> topics = ask(admin -> admin.listTopics().names());
        assertThat(topics).doesNotContain(client.topic());
    }

    @Test
    void takes_records_just_below_two_megabytes_and_none_above() throws Exception {
        broker.createTopics(List.of(Topic.of(client.topic(), 1)));

        client.send("x".repeat(BrokerSettings.MAX_RECORD_BYTES - 1024));

        assertThatThrownBy(() -> client.send("x".repeat(BrokerSettings.MAX_RECORD_BYTES + 1024)))
                .hasCauseInstanceOf(RecordTooLargeException.class);
        assertThat(client.values("read_committed")).hasSize(1);
    }

    @Test
    void keeps_records_and_group_offsets_for_good_and_says_goodbye() throws Exception {
        Config settings = configuration(ConfigResource.Type.BROKER, "1");

        assertThat(settings.get("log.retention.ms").value()).isEqualTo("-1");
        assertThat(settings.get("log.retention.bytes").value()).isEqualTo("-1");
        assertThat(settings.get("offsets.retention.minutes").value()).isEqualTo("2147483647");
        assertThat(settings.get("controlled.shutdown.enable").value()).isEqualTo("true");
        assertThat(settings.get("broker.session.timeout.ms").value()).isEqualTo("3000");
    }

    private Config configuration(ConfigResource.Type type, String name) throws Exception {
        ConfigResource resource = new ConfigResource(type, name);
        return ask(admin -> admin.describeConfigs(List.of(resource)).all()).values().stream()
                .findFirst()
                .orElseThrow();
    }

    private <T> T ask(Function<Admin, KafkaFuture<T>> question) throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            return question.apply(admin).get();
        }
    }
}
