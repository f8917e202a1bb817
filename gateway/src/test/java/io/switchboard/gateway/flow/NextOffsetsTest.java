package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Camel's buffer may hold around a rebalance. */
class NextOffsetsTest {

    private static final TopicPartition FIRST = new TopicPartition("deliveries.x", 0);
    private static final TopicPartition SECOND = new TopicPartition("deliveries.x", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(OffsetResetStrategy.EARLIEST);
    private final NextOffsets next = new NextOffsets();

    @BeforeEach
    void assign() {
        consumer.assign(List.of(FIRST, SECOND));
    }

    @Test
    void a_partition_never_committed_begins_anywhere() {
        next.follow(consumer);

        assertThat(next.takes(FIRST, 17)).isTrue();
        assertThat(next.takes(FIRST, 18)).isTrue();
    }

    @Test
    void both_copies_of_a_record_in_one_batch_are_one() {
        next.follow(consumer);

        assertThat(next.takes(FIRST, 3)).isTrue();
        assertThat(next.takes(FIRST, 4)).isTrue();
        assertThat(next.takes(FIRST, 3)).isFalse();
        assertThat(next.takes(FIRST, 4)).isFalse();
        assertThat(next.takes(FIRST, 5)).isTrue();
        assertThat(next.takes(SECOND, 3)).isTrue();
    }

    @Test
    void what_a_former_batch_took_is_not_taken_again() {
        next.follow(consumer);
        next.takes(FIRST, 3);

        next.follow(consumer);

        assertThat(next.takes(FIRST, 3)).isFalse();
        assertThat(next.takes(FIRST, 4)).isTrue();
    }

    @Test
    void what_a_peer_did_meanwhile_is_not_done_again() {
        consumer.commitSync(Map.of(FIRST, new OffsetAndMetadata(11)));
        next.follow(consumer);

        assertThat(next.takes(FIRST, 10)).isFalse();
        assertThat(next.takes(FIRST, 11)).isTrue();
    }

    @Test
    void a_failed_batch_is_taken_again_from_what_was_committed() {
        consumer.commitSync(Map.of(FIRST, new OffsetAndMetadata(5)));
        next.follow(consumer);
        next.takes(FIRST, 5);

        next.forget();
        next.follow(consumer);

        assertThat(next.takes(FIRST, 4)).isFalse();
        assertThat(next.takes(FIRST, 5)).isTrue();
    }
}
