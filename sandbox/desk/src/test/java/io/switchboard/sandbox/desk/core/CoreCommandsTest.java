package io.switchboard.sandbox.desk.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.sandbox.desk.contract.RecordCodec;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.fixture.Dialogue;
import io.switchboard.sandbox.desk.fixture.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class CoreCommandsTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(Cluster.empty(), true, null, new StringSerializer(), new ByteArraySerializer());
    private final ThreadMemory memory = new ThreadMemory(5, 5);
    private final CoreCommands commands =
            new CoreCommands(kafka, memory, Clock.fixed(TEN.plusSeconds(60), ZoneOffset.UTC));
    private final Dialogue ada = Dialogue.whatsApp("ada", Person.withPhone("Ada", "2348030001042"), TEN);

    @Test
    void shows_a_reply_as_queued_as_soon_as_kafka_has_it() throws Exception {
        memory.apply(RecordCodec.event(ada.says("hello").consumed()));

        commands.reply(ReplyCommand.ofText("c1", ada.threadId(), "hi"));

        assertThat(kafka.history()).hasSize(1);
        assertThat(thread().entries()).hasSize(2);
    }

    @Test
    void shows_nothing_that_kafka_did_not_take() {
        memory.apply(RecordCodec.event(ada.says("hello").consumed()));
        kafka.sendException = new TimeoutException("no broker");

        assertThatThrownBy(() -> commands.reply(ReplyCommand.ofText("c1", ada.threadId(), "hi")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("replies");
        assertThat(thread().entries()).hasSize(1);
    }

    @Test
    void says_what_became_of_a_ticket() throws Exception {
        memory.apply(RecordCodec.event(ada.says("hello").consumed()));

        commands.close(ada.threadId(), ada.ticketId());
        assertThat(thread().isClosed()).isTrue();
        commands.reopen(ada.threadId(), ada.ticketId());
        assertThat(thread().isClosed()).isFalse();

        assertThat(kafka.history())
                .extracting(sent -> new String(sent.value(), StandardCharsets.UTF_8))
                .satisfiesExactly(
                        closed ->
                                assertThat(closed).contains("\"state\":\"closed\"", "\"at\":\"2026-03-01T10:01:00Z\""),
                        reopened -> assertThat(reopened).contains("\"state\":\"reopened\"", ada.ticketId()));
    }

    private Conversation thread() {
        return memory.find(ada.threadId()).orElseThrow();
    }
}
