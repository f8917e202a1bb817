package io.switchboard.gateway.tickets;

import static io.switchboard.gateway.WhatsAppJson.messages;
import static io.switchboard.gateway.WhatsAppJson.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.TicketId;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The session rule, as the helpdesk core sees it. */
class EpisodesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void a_message_soon_after_the_close_reopens_the_ticket_and_one_long_after_opens_another() {
        var connection = Hub.whatsApp("episodes");
        say(connection.name(), "wamid.e1", NOON);
        var first = TicketsTopic.await(connection, 1).getFirst();
        close(first, NOON.plusSeconds(60));

        say(connection.name(), "wamid.e2", NOON.plus(Duration.ofHours(71)));
        var second = TicketsTopic.await(connection, 2).get(1);
        close(first, NOON.plus(Duration.ofDays(3)));
        say(connection.name(), "wamid.e3", NOON.plus(Duration.ofHours(145)));
        var third = TicketsTopic.await(connection, 3).get(2);

        assertThat(first.at("/ticket/policy").asText()).isEqualTo("new");
        assertThat(second.at("/ticket/policy").asText()).isEqualTo("reopen");
        assertThat(second.at("/ticket/ticketId")).isEqualTo(first.at("/ticket/ticketId"));
        assertThat(third.at("/ticket/policy").asText()).isEqualTo("new");
        assertThat(third.at("/ticket/ticketId")).isNotEqualTo(first.at("/ticket/ticketId"));
        assertThat(third.key()).isEqualTo(first.key());
    }

    @Test
    void a_state_nobody_can_read_is_put_aside_and_the_next_one_counts() {
        var connection = Hub.whatsApp("episodes-garbage");
        say(connection.name(), "wamid.g1", NOON);
        var first = TicketsTopic.await(connection, 1).getFirst();

        tell(first.key(), "{\"state\":\"exploded\"");
        close(first, NOON.plusSeconds(60));

        assertThat(isOpen(first.key())).isFalse();
    }

    private static void say(String connection, String wamid, Instant at) {
        var ref = Hub.whatsApp(connection);
        Hub.whatsApp(ref, messages("1", text(wamid, "15550120", at.getEpochSecond(), "hello")));
    }

    private static void close(TicketsTopic.Event event, Instant at) {
        var thread = ThreadId.parse(event.key());
        var ticket = TicketId.parse(event.at("/ticket/ticketId").asText());
        tell(event.key(), """
                {"ticketId":"%s","threadId":"%s","state":"closed","at":"%s"}""".formatted(ticket, thread, at));
        await().atMost(Duration.ofSeconds(20)).until(() -> !isOpen(event.key()));
    }

    private static boolean isOpen(String thread) {
        var open = Hub.bean(JdbcTemplate.class)
                .queryForObject("select ticket_open from thread where thread_id = ?::uuid", Boolean.class, thread);
        return Boolean.TRUE.equals(open);
    }

    private static void tell(String key, String json) {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                io.switchboard.sandbox.infrastructure.TestInfrastructure.kafka().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("ticket-state", key, json)).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
