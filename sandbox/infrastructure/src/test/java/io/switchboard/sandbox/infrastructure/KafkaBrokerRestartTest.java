package io.switchboard.sandbox.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives a broker, and what keeps one from starting. */
class KafkaBrokerRestartTest {

    private static final String TOPIC = "kept";

    @TempDir
    private Path folder;

    @Test
    void records_survive_kill_9_and_a_restart() throws Exception {
        try (KafkaBroker first = KafkaBroker.start(folder, 0, 0)) {
            first.createTopics(List.of(Topic.of(TOPIC, 2)));
            clientOf(first).send("before the restart");
        }

        try (ChildJvm jvm = ChildJvm.start(KafkaBroker.class, folder, 0)) {
            String bootstrapServers = jvm.readyLine().getLast();
            new BrokerClient(bootstrapServers, TOPIC).send("before the kill");
        }

        try (KafkaBroker last = KafkaBroker.start(folder, 0, 0)) {
            assertThat(clientOf(last).values("read_committed"))
                    .containsExactly("before the kill", "before the restart");
        }
    }

    @Test
    void a_taken_port_is_named_in_one_line() throws Exception {
        try (ServerSocket somebody = LoopbackPort.bind(0, "somebody else");
                ChildJvm jvm = ChildJvm.start(KafkaBroker.class, folder, somebody.getLocalPort())) {

            assertThat(jvm.linesToTheEnd())
                    .filteredOn(line -> line.contains("Exception") || line.contains("\tat "))
                    .singleElement()
                    .asString()
                    .contains("Kafka broker: port " + somebody.getLocalPort() + " on 127.0.0.1 is already in use")
                    .contains("start on another port");
        }
    }

    @Test
    void a_folder_in_use_is_refused_and_stays_in_use() throws Exception {
        try (FolderLock another = FolderLock.take(folder, "another server")) {
            assertThatThrownBy(() -> KafkaBroker.start(folder, 0, 0))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("Kafka broker: folder " + folder + " is in use");

            try (ChildJvm jvm = ChildJvm.start(KafkaBroker.class, folder, 0)) {
                assertThat(jvm.linesToTheEnd()).anyMatch(line -> line.contains("is in use by another running server"));
            }
            assertThat(FolderLock.tryTake(another.folder())).isEmpty();
        }
    }

    private static BrokerClient clientOf(KafkaBroker broker) {
        return new BrokerClient(broker.bootstrapServers(), TOPIC);
    }
}
