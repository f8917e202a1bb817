package io.switchboard.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.mime.AddressList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is large, long or many costs neither the heap nor the time of the others. */
class LargeMailTest {
    /** The mail itself takes 50 of them. */
    @ParameterizedTest
    @ValueSource(strings = {"attachment", "html", "nested"})
    @Timeout(120)
    void fits_into_64_megabytes(String shape) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx72m",
                        "-Xmn6m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeMail.class.getName(),
                        shape)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).startsWith("1 event, ");
        var megabytes = Integer.parseInt(output.replaceAll("1 event, (\\d+) MB.*", "$1"));
        assertThat(megabytes).isLessThanOrEqualTo(14);
    }

    @Test
    @Timeout(10)
    void reads_long_fields_of_encoded_words() {
        var words = "=?utf-8?Q?J=C3=B6rg?= =?iso-8859-1?B?R3LcbmVy?= <joerg@b.example>,\r\n ".repeat(2_000);
        var message = Fixture.message("From: ann@b.example\r\nTo: " + words + "x@b.example\r\n\r\nbody");

        assertThat(message.recipients().getFirst().party().displayName()).hasValue("JörgGrÜner");
        assertThat(message.email().orElseThrow().decodingWarnings())
                .contains("field to is longer than 65536 bytes and was cut");
    }

    @Test
    @Timeout(10)
    void takes_the_first_of_a_hundred_thousand_recipients() {
        var recipients = new StringBuilder("From: ann@b.example\r\n");
        for (var i = 0; i < 100_000; i++) {
            recipients
                    .append(i % 50 == 0 ? "To: a" : ", a")
                    .append(i)
                    .append("@b.example")
                    .append(i % 50 == 49 ? "\r\n" : "");
        }
        var message = Fixture.message(recipients + "\r\nbody");

        assertThat(message.recipients()).hasSizeBetween(500, AddressList.MAX_MAILBOXES);
        assertThat(message.content().getFirst().fallbackText()).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?", "=?utf-8?Q?=", "(", "\"", "<", "\\", "a ", ">", " \t", ",", "@", "=?utf-8?B?w6Q=?= "})
    @Timeout(10)
    void reads_a_megabyte_in_any_field(String unit) {
        var value = unit.repeat(1024 * 1024 / unit.length());
        var mail = "From: " + value + "\nTo: " + value + "\nSubject: " + value + "\nReferences: " + value
                + "\nContent-Type: text/plain; name=" + value + "\nContent-Disposition: " + value + "\nDate: " + value
                + "\nList-Id: " + value + "\n\nbody";

        assertThat(Fixture.message(mail).content()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                " ",
                "\t",
                "-- ",
                "<",
                "<a ",
                "&",
                "<!--",
                "begin 644 a\n",
                "=",
                "=\n",
                "--x\n",
                "\r",
                "<ol><li>"
            })
    @Timeout(20)
    void reads_two_megabytes_of_anything(String unit) {
        var text = unit.repeat(2 * 1024 * 1024 / unit.length());
        for (var type :
                new String[] {"text/plain", "text/html", "text/enriched", "text/rtf", "text/plain; format=flowed"}) {
            assertThat(Fixture.message("From: a@b.example\nContent-Type: " + type + "\n\n" + text)
                            .content())
                    .isNotEmpty();
        }
        assertThat(Fixture.message("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n" + text)
                        .content())
                .isNotEmpty();
    }

    @Test
    @Timeout(10)
    void reads_thousands_of_trace_fields() {
        var trace = "Received: from a.example by b.example; Sun, 1 Mar 2026 10:00:00 +0000\r\n".repeat(5_000);
        var message = Fixture.message(trace + "From: ann@b.example\r\nSubject: at the end\r\n\r\nbody");

        assertThat(message.content().getFirst().fallbackText()).isEqualTo("body");
        assertThat(message.subject()).hasValue("at the end");
    }
}
