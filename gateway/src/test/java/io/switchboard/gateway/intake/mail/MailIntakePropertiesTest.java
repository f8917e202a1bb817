package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class MailIntakePropertiesTest {

    @Test
    void has_these_defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new MailIntakeProperties(
                        new MailIntakeProperties.Smtp(
                                true,
                                InetAddress.ofLiteral("127.0.0.1"),
                                2525,
                                "localhost",
                                "",
                                DataSize.ofMegabytes(40),
                                200,
                                100,
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(10)),
                        new MailIntakeProperties.Imap(
                                true,
                                Duration.ofSeconds(60),
                                200,
                                DataSize.ofMegabytes(40),
                                2000,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(20),
                                Duration.ofMinutes(9),
                                Duration.ofHours(24),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                2,
                                20,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(45)),
                        DataSize.ofMegabytes(256)));
    }

    @Test
    void every_property_can_be_set() {
        assertThat(bound(Map.ofEntries(
                        Map.entry("switchboard.intake.smtp.enabled", "false"),
                        Map.entry("switchboard.intake.smtp.bind-address", "127.0.0.2"),
                        Map.entry("switchboard.intake.smtp.port", "25"),
                        Map.entry("switchboard.intake.smtp.host-name", "mx.example"),
                        Map.entry("switchboard.intake.smtp.ssl-bundle", "mx"),
                        Map.entry("switchboard.intake.smtp.max-size", "1MB"),
                        Map.entry("switchboard.intake.smtp.max-connections", "2"),
                        Map.entry("switchboard.intake.smtp.max-recipients", "3"),
                        Map.entry("switchboard.intake.smtp.timeout", "4s"),
                        Map.entry("switchboard.intake.smtp.grace", "5s"),
                        Map.entry("switchboard.intake.imap.enabled", "false"),
                        Map.entry("switchboard.intake.imap.poll-interval", "6s"),
                        Map.entry("switchboard.intake.imap.batch", "7"),
                        Map.entry("switchboard.intake.imap.max-size", "8MB"),
                        Map.entry("switchboard.intake.imap.max-connections", "88"),
                        Map.entry("switchboard.intake.imap.connect-timeout", "9s"),
                        Map.entry("switchboard.intake.imap.read-timeout", "10s"),
                        Map.entry("switchboard.intake.imap.idle-for", "11s"),
                        Map.entry("switchboard.intake.imap.margin", "11h"),
                        Map.entry("switchboard.intake.imap.longest-pause", "12s"),
                        Map.entry("switchboard.intake.imap.refused-pause", "12m"),
                        Map.entry("switchboard.intake.imap.imports", "21"),
                        Map.entry("switchboard.intake.imap.import-per-second", "22"),
                        Map.entry("switchboard.intake.imap.look", "13s"),
                        Map.entry("switchboard.intake.imap.handover", "131s"),
                        Map.entry("switchboard.intake.mail-memory", "14MB"))))
                .isEqualTo(new MailIntakeProperties(
                        new MailIntakeProperties.Smtp(
                                false,
                                InetAddress.ofLiteral("127.0.0.2"),
                                25,
                                "mx.example",
                                "mx",
                                DataSize.ofMegabytes(1),
                                2,
                                3,
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5)),
                        new MailIntakeProperties.Imap(
                                false,
                                Duration.ofSeconds(6),
                                7,
                                DataSize.ofMegabytes(8),
                                88,
                                Duration.ofSeconds(9),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(11),
                                Duration.ofHours(11),
                                Duration.ofSeconds(12),
                                Duration.ofMinutes(12),
                                21,
                                22,
                                Duration.ofSeconds(13),
                                Duration.ofSeconds(131)),
                        DataSize.ofMegabytes(14)));
    }

    @Test
    void a_memory_that_cannot_hold_one_mail_is_refused() {
        assertThatThrownBy(() -> bound(Map.of("switchboard.intake.mail-memory", "39MB")))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_idle_that_servers_do_not_bear_is_refused() {
        assertThatThrownBy(() -> bound(Map.of("switchboard.intake.imap.idle-for", "29m")))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_handover_after_a_moments_silence_is_refused() {
        assertThatThrownBy(() -> bound(Map.of("switchboard.intake.imap.handover", "14s")))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static MailIntakeProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("switchboard.intake", MailIntakeProperties.class);
    }
}
