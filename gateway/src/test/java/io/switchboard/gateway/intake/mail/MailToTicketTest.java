package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.ports.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In the whole gateway: a mail that was acknowledged, by whatever way it came, is one message on {@code tickets}. */
class MailToTicketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_mail_taken_by_smtp_three_times_is_one_message() throws IOException {
        var connection = Hub.connect("email", "by-smtp", "by-smtp@shop.example", Map.of());
        var mail = mail("by-smtp@shop.example", "smtp-1");
        try (var client = RawSmtpClient.greeted(Hub.bean(SmtpReceiver.class).port())) {
            for (var time = 0; time < 3; time++) {
                assertThat(client.mail("anna@example.org", "by-smtp+ticket@shop.example", mail))
                        .startsWith("250");
            }
            assertThat(client.mail("anna@example.org", "by-smtp@shop.example", mail("by-smtp@shop.example", "smtp-2")))
                    .startsWith("250");
            assertThat(client.say("RSET")).startsWith("250");
            assertThat(client.mail("anna@example.org", "nobody@shop.example", mail))
                    .startsWith("550 5.1.1");
        }

        var events = TicketsTopic.await(connection, 2);
        assertThat(events)
                .extracting(event -> event.at("/message/nativeId").asText())
                .containsExactly("smtp-1@example.org", "smtp-2@example.org");
        assertThat(events.getFirst().at("/message/author/address").asText()).isEqualTo("anna@example.org");
    }

    @Test
    void a_mail_found_in_a_mailbox_and_taken_by_smtp_is_one_message() throws Exception {
        try (var server = new ImapServer()) {
            server.user("box", Hub.SECRET);
            var first = mail("by-imap@shop.example", "imap-1");
            var connection =
                    Hub.connect("email", "by-imap", "by-imap@shop.example", mailbox(server.port()), "imap_password");
            await().atMost(PATIENCE).until(() -> up("by-imap") == 1);

            server.deliver("box", first);
            TicketsTopic.await(connection, 1);
            try (var client = RawSmtpClient.greeted(Hub.bean(SmtpReceiver.class).port())) {
                assertThat(client.mail("anna@example.org", "by-imap@shop.example", first))
                        .startsWith("250");
            }
            server.deliver("box", mail("by-imap@shop.example", "imap-2"));

            var events = TicketsTopic.await(connection, 2);
            assertThat(events)
                    .extracting(event -> event.at("/message/nativeId").asText())
                    .containsExactly("imap-1@example.org", "imap-2@example.org");
        }
    }

    @Test
    void a_mailbox_that_cannot_be_read_does_not_make_the_gateway_unready() throws IOException {
        Hub.connect("email", "dead", "dead@shop.example", mailbox(RawServer.closedPort()), "imap_password");

        await().atMost(PATIENCE).until(() -> up("dead") == 0);
        assertThat(Hub.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static double up(String connection) {
        var gauge = Hub.bean(MeterRegistry.class)
                .find("switchboard.mailbox.up")
                .tag("connection", connection)
                .gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    private static Map<String, String> mailbox(int port) {
        return Map.of(
                "imap_host", "127.0.0.1",
                "imap_port", Integer.toString(port),
                "imap_security", "none",
                "imap_user", "box");
    }

    private static byte[] mail(String to, String id) {
        return ("From: Anna <anna@example.org>\r\nTo: " + to + "\r\nSubject: order " + id + "\r\nMessage-ID: <" + id
                        + "@example.org>\r\nDate: Thu, 01 Jan 2026 12:00:00 +0000\r\n\r\nWhere is it?\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
