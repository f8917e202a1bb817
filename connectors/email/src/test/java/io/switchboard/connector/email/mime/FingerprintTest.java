package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final String MAIL =
            "Message-ID: <a@b>\r\nDate: Mon, 2 Feb 2026 10:00:00 +0000\r\nFrom: Ann <ann@b>\r\n\r\none\r\n\r\ntwo\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received: by mx.example\r\n" + MAIL,
                "Return-Path: <x@y>\r\nDelivered-To: z@w\r\nX-Spam-Score: 1\r\n" + MAIL,
                MAIL + "\r\n\r\n",
                "Message-ID: <a@b>\nDate: Mon, 2 Feb 2026 10:00:00 +0000\nFrom: Ann <ann@b>\n\none\n\ntwo",
                "Message-ID: <a@b>\r\nDate:  Mon, 2 Feb 2026\r\n 10:00:00 +0000\r\nFrom: Ann\t<ann@b>\r\n\r\none  \r\n\r\ntwo \r\n"
            })
    void stays_the_same_however_the_mail_travels(String travelled) {
        assertThat(fingerprint(travelled)).isEqualTo(fingerprint(MAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two|three", "Ann <|Bob <", "10:00:00|10:00:01", "one\r\n\r\n|one\r\n", "two|two\r\nfooter"})
    void differs_when_body_sender_or_date_do(String change) {
        var parts = change.split("\\|", 2);

        assertThat(fingerprint(MAIL.replace(parts[0], parts[1]))).isNotEqualTo(fingerprint(MAIL));
    }

    @Test
    void tells_two_mails_of_one_message_id_apart() {
        var honest = Fixture.message(MAIL);
        var forged = Fixture.message(MAIL.replace("two", "send money"));

        assertThat(honest.nativeId()).isEqualTo(forged.nativeId());
        assertThat(honest.id(Fixture.connection().tenant(), Fixture.connection().id()))
                .isNotEqualTo(forged.id(
                        Fixture.connection().tenant(), Fixture.connection().id()));
    }

    @Test
    void stands_in_for_a_missing_message_id() {
        var unnamed = MAIL.replace("Message-ID: <a@b>\r\n", "");

        assertThat(Fixture.message(unnamed).nativeId()).matches("sha256:[0-9a-f]{64}@missing");
        assertThat(Fixture.message("Received: x\r\n" + unnamed).nativeId())
                .isEqualTo(Fixture.message(unnamed).nativeId());
        assertThat(Fixture.message("Subject: other\r\n" + unnamed).nativeId())
                .isNotEqualTo(Fixture.message(unnamed).nativeId());
    }

    private static String fingerprint(String mail) {
        return Fixture.message(mail).fingerprint().orElseThrow();
    }
}
