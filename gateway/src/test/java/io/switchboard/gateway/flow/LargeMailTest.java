package io.switchboard.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.TicketsTopic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mail larger than a Kafka record is journaled by claim check, told with the beginning of its text, and holds nobody up. */
class LargeMailTest {

    @Test
    void a_mail_of_many_long_texts_is_told_shortened_and_the_next_one_flows() {
        var connection = Hub.connect("email", "large-mail", "large@demo.example", Map.of(), "hook_token");
        var body = new StringBuilder("From: sam@customer.example\r\nTo: large@demo.example\r\nSubject: Long\r\n"
                + "Message-ID: <long@customer.example>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (var part = 0; part < 30; part++) {
            body.append("--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
                    .append(("Part " + part + " says it at length. ").repeat(4_000))
                    .append("\r\n");
        }
        body.append("--b--\r\n");

        var answer = post(connection, body.toString());
        post(
                connection,
                "From: sam@customer.example\r\nSubject: Short\r\nMessage-ID: <short@customer.example>\r\n\r\nHello");

        assertThat(answer).isEqualTo(202);
        var events = TicketsTopic.await(connection, 2);
        assertThat(events.getFirst().at("/message/flags/truncated").asBoolean()).isTrue();
        assertThat(events.getFirst().at("/message/textPlain").asText()).startsWith("Part 0 says it at length.");
        assertThat(events.getLast().at("/message/textPlain").asText().strip()).isEqualTo("Hello");
        assertThat(events.getLast().at("/message/author/address").asText()).isEqualTo("sam@customer.example");
    }

    private static int post(ConnectionRef connection, String mail) {
        return Hub.post(
                        "/hooks/email/" + connection.name(),
                        mail.getBytes(StandardCharsets.UTF_8),
                        Map.of("Authorization", "Bearer " + Hub.SECRET, "Content-Type", "message/rfc822"))
                .statusCode();
    }
}
