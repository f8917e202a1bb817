package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.gateway.flow.SlowLane.Turn;
import io.switchboard.gateway.journal.Carried;
import io.switchboard.gateway.journal.JournalRecord;
import io.switchboard.gateway.journal.Position;
import io.switchboard.gateway.journal.SlowPosition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One partition, its slow way, and what its reader decides. */
class SlowLaneTest {

    private static final TopicPartition PARTITION = new TopicPartition("deliveries.x", 3);
    private static final List<String> MERCHANTS = List.of("ada", "grace", "linus");

    private final Log log = new Log();

    @Test
    void within_its_share_nothing_is_diverted() {
        log.arrive("ada");
        log.arrive("ada");

        log.readAll();

        assertThat(log.bulk).isEmpty();
        assertThat(log.state.occupied()).isFalse();
        assertThat(log.told("ada")).containsExactly(0, 1);
    }

    @Test
    void beyond_it_everything_queues_up_until_the_last_has_come_back() {
        log.arrive("ada");
        log.share = false;
        log.readAll();
        log.share = true;
        log.arrive("ada");
        log.arrive("grace");
        log.readAll();

        assertThat(log.bulk).hasSize(2);
        assertThat(log.state.occupied()).isTrue();
        assertThat(log.told("grace")).containsExactly(0);

        log.carry();
        log.arrive("ada");
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0);
        assertThat(log.bulk).hasSize(3);

        log.carry();
        log.carry();
        log.readAll();
        log.arrive("ada");
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0, 1, 2, 3);
        assertThat(log.bulk).hasSize(3);
        assertThat(log.state.occupied()).isFalse();
    }

    @Test
    void a_successor_lets_nobody_overtake_what_it_does_not_know() {
        log.share = false;
        log.arrive("ada");
        log.readAll();
        log.share = true;

        log.succeed();
        log.arrive("ada");
        log.arrive("grace");
        log.readAll();

        assertThat(log.told).isEmpty();

        log.carryAll();
        log.readAll();
        log.arrive("grace");
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0, 1);
        assertThat(log.told("grace")).containsExactly(0, 1);
        assertThat(log.state.occupied()).isFalse();
    }

    @Test
    void what_is_brought_back_twice_or_before_another_is_taken_once_and_in_order() {
        log.share = false;
        IntStream.range(0, 4).forEach(number -> log.arrive("ada"));
        log.readAll();

        log.carry();
        log.bring(2);
        log.bring(3);
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0);

        IntStream.range(0, 4).forEach(log::bring);
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0, 1, 2, 3);
        assertThat(log.state.occupied()).isFalse();
    }

    @Test
    void a_slow_way_created_anew_begins_anew() {
        log.share = false;
        log.arrive("ada");
        log.arrive("ada");
        log.readAll();
        log.carryAll();
        log.readAll();

        log.createBulkAgain();
        log.arrive("ada");
        log.readAll();
        log.carryAll();
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0, 1, 2);
    }

    @Test
    void where_nobody_knows_what_came_last_anything_may_be_next() {
        log.share = false;
        IntStream.range(0, 3).forEach(number -> log.arrive("ada"));
        log.readAll();
        log.carry();

        log.state = LaneState.UNTOUCHED;
        log.succeed();
        log.main.clear();
        log.carryAll();
        log.readAll();

        assertThat(log.told("ada")).containsExactly(1, 2);
    }

    @Test
    void our_own_reports_never_wait() {
        log.share = false;
        log.arrive("ada");
        log.add(log.record("ada", 7, true));

        log.readAll();

        assertThat(log.told("ada")).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatever_happens_every_connection_keeps_its_order(long seed) {
        var random = new Random(seed);
        for (var step = 0; step < 5_000; step++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> log.arrive(MERCHANTS.get(random.nextInt(MERCHANTS.size())));
                case 3, 4 -> log.read();
                case 5 -> log.carry();
                case 6 -> log.share = random.nextInt(4) > 0;
                default -> log.meet(random);
            }
        }
        log.share = true;
        while (!log.main.isEmpty() || log.carried < log.bulk.size()) {
            log.readAll();
            log.carry();
        }

        for (var merchant : MERCHANTS) {
            assertThat(log.told(merchant))
                    .containsExactlyElementsOf(
                            IntStream.range(0, log.arrived(merchant)).boxed().toList());
        }
    }

    /** The partition and what becomes of its records. */
    private static final class Log {

        private final ArrayDeque<JournalRecord> main = new ArrayDeque<>();
        private final List<ProducerRecord<byte[], byte[]>> bulk = new ArrayList<>();
        private final List<JournalRecord> told = new ArrayList<>();
        private final Map<String, Integer> arrived = new java.util.HashMap<>();
        private boolean share = true;
        private LaneState state = LaneState.UNTOUCHED;
        private int carried;
        private String topicId = "first-id";
        private SlowLane lane = new SlowLane(tenant -> share);
        private long end;

        Log() {
            succeed();
        }

        void arrive(String merchant) {
            add(record(merchant, arrived.merge(merchant, 1, Integer::sum) - 1, false));
        }

        void add(JournalRecord record) {
            main.add(record);
        }

        void readAll() {
            while (!main.isEmpty()) {
                read();
            }
        }

        void read() {
            var next = main.poll();
            if (next != null) {
                switch (lane.turn(PARTITION, next)) {
                    case Turn.Now now -> told.add(next);
                    case Turn.Later later -> bulk.add(later.slow());
                    case Turn.Never never -> assertThat(next.carried()).isPresent();
                }
                state = lane.state(PARTITION);
            }
        }

        void carry() {
            if (carried < bulk.size()) {
                bring(carried++);
            }
        }

        void carryAll() {
            while (carried < bulk.size()) {
                carry();
            }
        }

        /** Every second offset of the slow way is the mark of a transaction. */
        void bring(int index) {
            var record = bulk.get(index);
            assertThat(record.topic()).isEqualTo("deliveries.x.bulk");
            assertThat(record.partition()).isEqualTo(PARTITION.partition());
            var headers = new RecordHeaders(record.headers());
            new Carried(new SlowPosition(topicId, 2L * index), index == 0 ? Carried.NONE : 2L * (index - 1))
                    .addTo(headers);
            main.add(new JournalRecord(position(), 0, record.key(), record.value(), headers));
        }

        void createBulkAgain() {
            bulk.clear();
            carried = 0;
            topicId = "second-id";
        }

        /** A failure: of the reader, or of who carries: it sent some of a wave, and somebody begins with it again. */
        void meet(Random random) {
            switch (random.nextInt(20)) {
                case 0 -> succeed();
                case 1, 2 ->
                    IntStream.range(carried, bulk.size())
                            .limit(5)
                            // The first of all is sent alone.
                            .filter(index -> random.nextBoolean() && (index == carried || carried > 0))
                            .forEach(this::bring);
                case 3 ->
                    IntStream.range(Math.max(0, carried - random.nextInt(5)), carried)
                            .forEach(this::bring);
                default -> {}
            }
        }

        /** Knows what is committed, and no more. */
        void succeed() {
            lane = new SlowLane(tenant -> share);
            lane.begin(Map.of(PARTITION, Optional.of(new OffsetAndMetadata(end, state.metadata()))));
        }

        int arrived(String merchant) {
            return arrived.getOrDefault(merchant, 0);
        }

        List<Integer> told(String merchant) {
            return told.stream()
                    .filter(record -> record.tenant().equals(merchant))
                    .map(record -> Integer.valueOf(new String(record.value(), StandardCharsets.US_ASCII)))
                    .toList();
        }

        JournalRecord record(String merchant, int number, boolean report) {
            var headers = new RecordHeaders();
            headers.add("sb-tenant", bytes(merchant));
            if (report) {
                headers.add("sb-report", bytes("ReplyProgress"));
            }
            return new JournalRecord(position(), 0, bytes(merchant), bytes(Integer.toString(number)), headers);
        }

        private Position position() {
            return new Position(PARTITION.topic(), PARTITION.partition(), end++);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
