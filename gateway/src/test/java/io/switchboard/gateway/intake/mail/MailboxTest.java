package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.gateway.intake.mail.Mailbox.Security;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {

    @Test
    void a_host_is_enough() {
        var mailbox = mailbox(Map.of("imap_host", " imap.example ")).orElseThrow();

        assertThat(mailbox.host()).isEqualTo("imap.example");
        assertThat(mailbox.security()).isEqualTo(Security.TLS);
        assertThat(mailbox.port()).isEqualTo(993);
        assertThat(mailbox.user()).isEqualTo("support@shop.example");
        assertThat(mailbox.folder()).isEqualTo("INBOX");
        assertThat(mailbox.markSeen()).isFalse();
    }

    @Test
    void without_a_host_there_is_no_mailbox() {
        assertThat(mailbox(Map.of("imap_port", "993", "imap_host", ""))).isEmpty();
        assertThat(mailbox(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none, NONE, 143", "StartTLS, STARTTLS, 143", "tls, TLS, 993"})
    void the_port_follows_from_the_security(String setting, Security security, int port) {
        var mailbox = mailbox(Map.of("imap_host", "imap.example", "imap_security", setting))
                .orElseThrow();

        assertThat(mailbox.security()).isEqualTo(security);
        assertThat(mailbox.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({"imap_port, many", "imap_port, 0", "imap_port, 65536", "imap_security, ssl", "imap_mark_seen, sometimes"
    })
    void a_setting_that_makes_no_sense_is_named(String setting, String value) {
        assertThatThrownBy(() -> mailbox(Map.of("imap_host", "imap.example", setting, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(setting)
                .hasMessageNotContaining(value);
    }

    @Test
    void it_prints_no_login() {
        var mailbox = mailbox(Map.of("imap_host", "imap.example", "imap_user", "anna"));

        assertThat(mailbox.orElseThrow()).hasToString("Mailbox[email/shop]");
    }

    private static Optional<Mailbox> mailbox(Map<String, String> settings) {
        return Mailbox.of(MailEdge.connection("email", "shop", "support@shop.example", settings)
                .ref());
    }
}
