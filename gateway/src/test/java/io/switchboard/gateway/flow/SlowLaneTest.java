package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.gateway.journal.JournalRecord;
import io.switchboard.gateway.journal.Position;
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
        assertThat(log.metadata).isEmpty();
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
        assertThat(log.metadata).isEqualTo(SlowLane.OCCUPIED);
        assertThat(log.told("grace")).containsExactly(0);

        log.carry();
        log.arrive("ada");
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0);
        assertThat(log.bulk).hasSize(2);

        log.carry();
        log.carry();
        log.readAll();
        log.arrive("ada");
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0, 1, 2, 3);
        assertThat(log.bulk).isEmpty();
        assertThat(log.metadata).isEmpty();
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

        IntStream.range(0, 3).forEach(carried -> log.carry());
        log.readAll();
        log.arrive("grace");
        log.readAll();

        assertThat(log.told("ada")).containsExactly(0, 1);
        assertThat(log.told("grace")).containsExactly(0, 1);
        assertThat(log.metadata).isEmpty();
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
                default -> {
                    if (random.nextInt(20) == 0) {
                        log.succeed();
                    }
                }
            }
        }
        log.share = true;
        while (!log.main.isEmpty() || !log.bulk.isEmpty()) {
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
        private final ArrayDeque<ProducerRecord<byte[], byte[]>> bulk = new ArrayDeque<>();
        private final List<JournalRecord> told = new ArrayList<>();
        private final Map<String, Integer> arrived = new java.util.HashMap<>();
        private boolean share = true;
        private String metadata = "";
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
                lane.divert(PARTITION, next).ifPresentOrElse(bulk::add, () -> told.add(next));
                metadata = lane.metadata(PARTITION);
            }
        }

        void carry() {
            var first = bulk.poll();
            if (first != null) {
                assertThat(first.topic()).isEqualTo("deliveries.x.bulk");
                assertThat(first.partition()).isEqualTo(PARTITION.partition());
                main.add(new JournalRecord(position(), 0, first.key(), first.value(), first.headers()));
            }
        }

        void succeed() {
            lane = new SlowLane(tenant -> share);
            lane.begin(Map.of(PARTITION, Optional.of(new OffsetAndMetadata(end, metadata))));
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
