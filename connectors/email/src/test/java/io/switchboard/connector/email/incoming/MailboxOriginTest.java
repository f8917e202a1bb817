package io.switchboard.connector.email.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.email.Fixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailboxOriginTest {

    private static final String MAIL = "From: anna@example.org\r\nTo: support@nordlicht.example\r\nSubject: lamp\r\n"
            + "Message-ID: <1@example.org>\r\nDate: Thu, 01 Jan 2026 12:00:00 +0000\r\n\r\nIt is dark";

    @Test
    void a_mail_that_was_there_before_is_imported() {
        assertThat(message("IMAP", Map.of("mail-imported", List.of("true"))).flags())
                .containsExactly(MessageFlag.IMPORTED);
        assertThat(message("IMAP", Map.of()).flags()).isEmpty();
    }

    @Test
    void a_mail_of_which_only_the_beginning_was_read_is_truncated() {
        var cut = message("IMAP", Map.of("mail-size", List.of("73400320")));

        assertThat(cut.flags()).containsExactly(MessageFlag.TRUNCATED);
        assertThat(cut.email().orElseThrow().decodingWarnings())
                .contains("mail has 73400320 bytes, the first " + MAIL.length() + " were read");
    }

    @Test
    void only_the_gateway_itself_is_believed() {
        var claims = Map.of("mail-imported", List.of("true"), "mail-size", List.of("73400320"));

        assertThat(message("POST", claims).flags()).isEmpty();
        assertThat(message("SMTP", claims).flags()).isEmpty();
    }

    private static InboundMessage message(String way, Map<String, List<String>> headers) {
        var some = Fixture.delivery(MAIL.getBytes(StandardCharsets.US_ASCII));
        var delivery = new Delivery(
                some.id(),
                some.receivedAt(),
                way,
                "imap:",
                Headers.of(headers),
                Body.of(some.body().bytes()));
        var event = MailTranslator.translate(delivery, Fixture.connection())
                .events()
                .getFirst();
        return ((InboundEvent.MessageReceived) event).message();
    }
}
