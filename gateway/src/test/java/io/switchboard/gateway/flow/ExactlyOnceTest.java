package io.switchboard.gateway.flow;

import static io.switchboard.gateway.WhatsAppJson.messages;
import static io.switchboard.gateway.WhatsAppJson.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.TicketsTopic.Event;
import io.switchboard.sandbox.infrastructure.TestInfrastructure;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** A publication that fails after its decisions were stored is repeated from the store, not decided again. */
class ExactlyOnceTest {

    private static final long NOON = 1_767_268_800L;

    @Test
    void a_batch_that_was_stored_and_not_published_is_published_once_and_unchanged() {
        var connection = Hub.whatsApp("fenced");
        Hub.whatsApp(connection, messages("1", text("wamid.f1", "15550110", NOON, "one")));
        TicketsTopic.await(connection, 1);

        for (var round = 0; round < 3; round++) {
            fenceThePublisher();
            Hub.whatsApp(connection, messages("1", text("wamid.f2" + round, "15550110", NOON + round, "two " + round)));
            Hub.whatsApp(
                    connection, messages("1", text("wamid.f3" + round, "15550110", NOON + round, "three " + round)));
            TicketsTopic.await(connection, 3 + 2 * round);
        }

        var events = TicketsTopic.await(connection, 7);
        assertThat(events).extracting(Event::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(events).extracting(event -> event.headers().get("ce_id")).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.at("/ticket/ticketId").asText())
                .containsOnly(events.getFirst().at("/ticket/ticketId").asText());
    }

    /** What a second process of the same name does, and what a broker does to one that was silent for too long. */
    private static void fenceThePublisher() {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestInfrastructure.kafka().bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "switchboard-0-deliveries.whatsapp-Thread 0");
        try (var usurper = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            usurper.initTransactions();
        }
    }
}
