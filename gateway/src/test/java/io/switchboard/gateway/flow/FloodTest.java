package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.WhatsAppJson;
import io.switchboard.gateway.journal.Appended;
import io.switchboard.gateway.journal.DeliveryJournal;
import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.journal.Offsets;
import io.switchboard.gateway.journal.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A merchant sends far more than its share. */
class FloodTest {

    private static final int FLOOD = new SlowLaneProperties(200, 2000).burst() + 400;

    private final DeliveryJournal journal = Hub.bean(DeliveryJournal.class);

    @Test
    void a_flood_waits_in_order_and_its_sender_comes_back() throws Exception {
        var flood = connection("flood");

        var durable = new CountDownLatch(FLOOD);
        for (var number = 1; number <= FLOOD; number++) {
            journal.append(delivery(flood, number), flood, new Counted(durable));
        }

        assertThat(durable.await(30, TimeUnit.SECONDS)).isTrue();
        TicketsTopic.await(flood, FLOOD);
        assertThat(inBulk()).isPositive();
        assertThat(TicketsTopic.of(flood).stream()
                        .map(event -> event.at("/message/textPlain").asText()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, FLOOD)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(TicketsTopic.of(flood).stream().map(TicketsTopic.Event::sequence))
                .isSorted()
                .doesNotHaveDuplicates();

        var number = new AtomicInteger(FLOOD);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var before = inBulk();
            journal.append(delivery(flood, number.incrementAndGet()), flood);
            TicketsTopic.await(flood, number.get());
            assertThat(inBulk()).isEqualTo(before);
        });
    }

    private long inBulk() throws JournalUnavailableException {
        return Hub.bean(Offsets.class).ends(Topics.bulk("whatsapp")).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private record Counted(CountDownLatch left) implements Appended {

        @Override
        public void durable() {
            left.countDown();
        }

        @Override
        public void unavailable(JournalUnavailableException why) {
            throw new AssertionError(why);
        }
    }

    private Delivery delivery(ConnectionRef connection, int number) {
        var json = WhatsAppJson.messages(
                connection.account(),
                WhatsAppJson.text("wamid.flood-" + number, "4915100000001", 1_767_225_600, Integer.toString(number)));
        return new Delivery(
                journal.newId(),
                Instant.parse("2026-01-01T00:00:00Z"),
                "POST",
                "/hooks/whatsapp/" + connection.name(),
                Headers.NONE,
                Body.ofText(json));
    }

    private static ConnectionRef connection(String tenant) {
        return Hub.connect(new TenantId(tenant), "whatsapp", tenant, "pn-" + tenant, Map.of(), "app_secret");
    }
}
