package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What a carrier says of the records it brings, and what it commits. */
class BulkCarrierTest {

    private static final String TOPIC = "deliveries.x.bulk";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 1);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void each_record_names_the_one_before_it() throws Exception {
        var consumer = consumer(3, 5, 6);
        carryAll(consumer, "id");

        assertThat(producer.history()).allSatisfy(sent -> {
            assertThat(sent.topic()).isEqualTo("deliveries.x");
            assertThat(sent.partition()).isEqualTo(PARTITION.partition());
        });
        assertThat(carried()).containsExactly("id:3/-1", "id:5/3", "id:6/5");
        assertThat(committed(consumer)).contains(new OffsetAndMetadata(7, "id:6"));
    }

    @Test
    void a_successor_goes_on_where_its_predecessor_was() throws Exception {
        var consumer = consumer(9);
        consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(7, "id:6")));
        carryAll(consumer, "id");

        assertThat(carried()).containsExactly("id:9/6");
        assertThat(committed(consumer)).contains(new OffsetAndMetadata(10, "id:9"));
    }

    @Test
    void a_topic_created_again_has_no_predecessor() throws Exception {
        var consumer = consumer(9);
        consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(7, "id:6")));
        carryAll(consumer, "another");

        assertThat(carried()).containsExactly("another:9/-1");
    }

    @Test
    void the_mark_at_the_end_is_passed_without_forgetting_what_came_last() throws Exception {
        var consumer = consumer(3, 5);
        var carrier = carryAll(consumer, "id");
        consumer.seek(PARTITION, 8);
        carrier.commitPositions();

        assertThat(committed(consumer)).contains(new OffsetAndMetadata(8, "id:5"));
    }

    @Test
    void what_could_not_be_sent_is_not_committed_and_the_very_first_goes_alone() {
        var consumer = consumer(3, 5);
        var refusing = new Refusing();
        var carrier = carrier(consumer, refusing, "id");
        var records = consumer.poll(Duration.ZERO);

        assertThatThrownBy(() -> carrier.carry(records)).isInstanceOf(ExecutionException.class);
        assertThat(refusing.history()).hasSize(1);
        assertThat(committed(consumer)).isEmpty();
    }

    private List<String> carried() {
        return producer.history().stream()
                .map(sent -> sent.headers().lastHeader("sb-carried").value())
                .map(value -> new String(value, StandardCharsets.US_ASCII))
                .toList();
    }

    private BulkCarrier carryAll(MockConsumer<byte[], byte[]> consumer, String topicId) throws Exception {
        var carrier = carrier(consumer, producer, topicId);
        carrier.carry(consumer.poll(Duration.ZERO));
        return carrier;
    }

    private static BulkCarrier carrier(
            MockConsumer<byte[], byte[]> consumer, MockProducer<byte[], byte[]> producer, String topicId) {
        var carrier = new BulkCarrier(Map.of(TOPIC, topicId), consumer, producer);
        carrier.onPartitionsAssigned(List.of(PARTITION));
        return carrier;
    }

    private static Optional<OffsetAndMetadata> committed(MockConsumer<byte[], byte[]> consumer) {
        return Optional.ofNullable(consumer.committed(Set.of(PARTITION)).get(PARTITION));
    }

    /** With records at these offsets; between them stand the marks of transactions. */
    private static MockConsumer<byte[], byte[]> consumer(long... offsets) {
        var consumer = new MockConsumer<byte[], byte[]>(OffsetResetStrategy.EARLIEST);
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        for (var offset : offsets) {
            consumer.addRecord(new ConsumerRecord<>(
                    TOPIC,
                    PARTITION.partition(),
                    offset,
                    1_767_225_600_000L,
                    TimestampType.LOG_APPEND_TIME,
                    1,
                    1,
                    new byte[1],
                    new byte[1],
                    new RecordHeaders(),
                    Optional.empty()));
        }
        return consumer;
    }

    private static final class Refusing extends MockProducer<byte[], byte[]> {

        Refusing() {
            super(false, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized void flush() {
            while (errorNext(new IllegalStateException("no room"))) {
                // Until nothing is under way any more.
            }
        }
    }
}
