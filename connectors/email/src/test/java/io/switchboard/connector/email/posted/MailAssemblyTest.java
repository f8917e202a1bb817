package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.mime.Decoded;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.TransferDecoding;
import io.switchboard.connector.email.text.Repairs;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written here must be a mail to everybody, so another reader reads it. */
class MailAssemblyTest {

    @Test
    void writes_a_mail_that_another_reader_reads() throws Exception {
        var bytes = new MailAssembly()
                .field("From", "tom@phone.example")
                .field("Subject", "Lamp")
                .words("text/plain", "utf-8", slice("Plain ä"))
                .words("text/html", "utf-8", slice("<p>ä</p>"))
                .file(file("a b'ä.pdf", "application/pdf", "%PDF\r\n"))
                .bytes();

        var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        var mixed = (MimeMultipart) mail.getContent();
        var alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();

        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Plain ä");
        assertThat(alternative.getBodyPart(1).getContent()).isEqualTo("<p>ä</p>");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("a b'ä.pdf");
        assertThat(content(mixed.getBodyPart(1))).isEqualTo("%PDF\r\n");
    }

    @Test
    void is_as_simple_as_what_there_is() {
        assertThat(types(new MailAssembly().words("text/plain", "utf-8", slice("x"))))
                .containsExactly("text/plain");
        assertThat(types(new MailAssembly())).containsExactly("text/plain");
        assertThat(types(new MailAssembly().file(file("x", "text/csv", "1"))))
                .containsExactly("multipart/mixed", "text/csv");
        assertThat(types(new MailAssembly()
                        .words("text/plain", "utf-8", slice("x"))
                        .words("text/plain", "utf-8", slice("y"))))
                .containsExactly("multipart/mixed", "text/plain", "text/plain");
    }

    @Test
    void keeps_what_a_report_is_and_drops_what_described_parts_that_are_gone() {
        var mail = new MailAssembly()
                .field("Content-Type", "multipart/report; report-type=delivery-status; boundary=old")
                .field("Content-Transfer-Encoding", "base64")
                .words("text/plain", "utf-8", slice("It bounced"));

        assertThat(types(mail)).containsExactly("multipart/report", "text/plain");
        assertThat(text(mail)).doesNotContain("boundary=old").doesNotContain("base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil\r\nBcc: x@elsewhere.example", "evil\nBcc: x@elsewhere.example", "evil\rBcc: x@y.example"})
    void lets_no_value_become_a_line(String value) {
        var assembly = new MailAssembly()
                .field("Subject", value)
                .field("X\r\nBcc", "y")
                .field("Bcc :", "y")
                .file(new PostedFile(
                        "text/plain\r\nBcc: z",
                        Optional.of(value),
                        Optional.of(value),
                        TransferDecoding.IDENTITY,
                        slice("")));

        assertThat(read(assembly).header().has("Bcc")).isFalse();
        assertThat(read(assembly).root().all().skip(1))
                .allSatisfy(part -> assertThat(part.header().has("Bcc")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "a\r", "a\r\r", "\n\r", "a\r\n", "\n", "--=_x\r\n", ""})
    void carries_files_to_the_byte(String content) {
        var assembly = new MailAssembly().file(file("x.bin", "application/pdf", content));

        var part = read(assembly).root().children().getFirst();

        assertThat(Decoded.bytes(part, 1000)).isEqualTo(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void does_not_open_a_file_that_calls_itself_a_multipart() {
        var assembly = new MailAssembly().file(file("x", "Multipart/Mixed; boundary=b", "--b\r\n\r\nhidden\r\n--b--"));

        assertThat(types(assembly)).containsExactly("multipart/mixed", "application/octet-stream");
    }

    @Test
    void takes_no_charset_that_is_none() {
        var text = text(new MailAssembly().words("text/plain", "utf-8\"; name=\"x", slice("x")));

        assertThat(text).contains("Content-Type: text/plain\r\n");
    }

    private static PostedFile file(String name, String type, String content) {
        var bytes = Slice.of(content.getBytes(StandardCharsets.ISO_8859_1));
        return new PostedFile(type, Optional.of(name), Optional.empty(), TransferDecoding.IDENTITY, bytes);
    }

    private static Slice slice(String text) {
        return Slice.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(MailAssembly assembly) {
        return new String(assembly.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static Mail read(MailAssembly assembly) {
        return Mail.read(assembly.bytes(), new Repairs());
    }

    private static List<String> types(MailAssembly assembly) {
        var types = new ArrayList<String>();
        read(assembly).root().all().forEach(part -> types.add(part.type().name()));
        return types;
    }

    private static String content(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
