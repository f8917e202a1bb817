package io.switchboard.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.sandbox.desk.contract.RecordCodec;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.contract.TicketStateChange;
import io.switchboard.sandbox.desk.core.Conversation;
import io.switchboard.sandbox.desk.core.DeliveryState;
import io.switchboard.sandbox.desk.core.DeliveryStep;
import io.switchboard.sandbox.desk.core.MessageEntry;
import io.switchboard.sandbox.desk.core.ReadingProgress;
import io.switchboard.sandbox.desk.core.ThreadMemory;
import io.switchboard.sandbox.desk.core.TopicReader;
import io.switchboard.sandbox.desk.fixture.Dialogue;
import io.switchboard.sandbox.desk.fixture.Person;
import io.switchboard.sandbox.infrastructure.KafkaBroker;
import io.switchboard.sandbox.infrastructure.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader against a real broker. */
class TopicReaderTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final Dialogue ada =
            Dialogue.whatsApp(UUID.randomUUID().toString(), Person.withPhone("Ada", "2348030001042"), TEN);
    private final ThreadMemory memory = new ThreadMemory(1_000, 20);
    private KafkaBroker broker;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void open() throws IOException {
        broker = SampleDesk.kafka();
        producer = producer(Map.of());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void rebuilds_the_same_memory_at_every_start() throws Exception {
        produce(
                ada.says("hello").produced(),
                RecordCodec.record(ReplyCommand.ofText("c-" + ada.threadId(), ada.threadId(), "hi Ada")),
                RecordCodec.record(new TicketStateChange(
                        ada.ticketId(), ada.threadId(), TicketStateChange.CLOSED, Optional.of(TEN.plusSeconds(90)))));

        var first = read(broker, memory);
        var again = new ThreadMemory(1_000, 20);
        read(broker, again);

        assertThat(first.entries()).hasSize(2);
        assertThat(first.isClosed()).isTrue();
        assertThat(((MessageEntry) first.entries().getLast())
                        .delivery()
                        .current()
                        .flatMap(DeliveryStep::state))
                .contains(DeliveryState.QUEUED);
        assertThat(again.find(ada.threadId())).contains(first);
    }

    @Test
    void never_shows_what_was_not_committed() throws Exception {
        try (var transactional = producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "desk-test"))) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(ada.says("aborted").produced()).get();
            transactional.abortTransaction();
        }
        produce(ada.after(java.time.Duration.ofMinutes(1)).says("committed").produced());

        var thread = read(broker, memory);

        assertThat(thread.entries()).hasSize(1);
        assertThat(thread.missingEvents()).isEqualTo(1);
    }

    @Test
    void reads_on_after_a_record_that_is_no_record_of_the_contract() throws Exception {
        produce(
                new ProducerRecord<>("replies", ada.threadId(), "no json".getBytes(StandardCharsets.UTF_8)),
                new ProducerRecord<>("tickets", ada.threadId(), null),
                ada.says("hello").produced());

        assertThat(read(broker, memory).entries()).hasSize(2);
    }

    @Test
    void waits_for_topics_that_are_not_there_yet(@TempDir Path folder) throws Exception {
        try (var empty = KafkaBroker.start(folder, 0, 0);
                var reader = new TopicReader(new KafkaClients(empty.bootstrapServers())::consumer, memory, () -> {})) {
            reader.start();
            empty.createTopics(List.of(Topic.of("tickets", 1), Topic.of("replies", 1)));
            assertThat(reader.progress().phase()).isEqualTo(ReadingProgress.Phase.WAITING);

            empty.createTopics(List.of(Topic.of("ticket-state", 1)));

            await().until(() -> reader.progress().phase() == ReadingProgress.Phase.LIVE);
        }
    }

    private Conversation read(KafkaBroker from, ThreadMemory into) {
        try (var reader = new TopicReader(new KafkaClients(from.bootstrapServers())::consumer, into, () -> {})) {
            reader.start();
            await().until(() -> reader.progress().phase() == ReadingProgress.Phase.LIVE);
        }
        return into.find(ada.threadId()).orElseThrow();
    }

    @SafeVarargs
    private void produce(ProducerRecord<String, byte[]>... records) throws Exception {
        for (var record : records) {
            producer.send(record).get();
        }
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        var settings = new java.util.HashMap<>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
