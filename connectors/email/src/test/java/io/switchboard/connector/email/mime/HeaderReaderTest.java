package io.switchboard.connector.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReaderTest {

    private final Repairs repairs = new Repairs();

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\r\n"})
    void reads_every_line_end(String lineEnd) {
        var head = mail("Subject: one~ two~From: a@b~~body~".replace("~", lineEnd));

        assertThat(head.header().raw("subject")).hasValue("one two");
        assertThat(head.header().raw("FROM")).hasValue("a@b");
        assertThat(head.body().asLatin1()).isEqualTo("body" + lineEnd);
        assertThat(repairs.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"From ann Mon Jan  1 00:00:00 2026\n", ">From x\n", "\n\n", " \n", "\u00ef\u00bb\u00bf"})
    void skips_what_stands_before_the_first_field(String prefix) {
        assertThat(mail(prefix + "Subject: x\n\nbody").header().raw("Subject")).hasValue("x");
    }

    @Test
    void reads_a_field_with_blanks_before_its_colon() {
        assertThat(mail("From  : a@b\nSubject\t: x\n\n").header().raw("From")).hasValue("a@b");
    }

    @Test
    void goes_on_after_a_line_of_blanks_within_the_header() {
        var head = mail("To: a@b,\n\t\n\tc@d\n \nSubject: x\n\nbody");

        assertThat(head.header().raw("To")).hasValue("a@b,\t\tc@d");
        assertThat(head.header().raw("Subject")).hasValue("x");
        assertThat(head.body().asLatin1()).isEqualTo("body");
    }

    @Test
    void ends_the_header_at_a_line_of_blanks_before_text() {
        assertThat(mail("Subject: x\n  \nbody, no field").body().asLatin1()).isEqualTo("body, no field");
    }

    @Test
    void skips_a_stray_line_when_fields_follow() {
        var head = mail("Subject: x\nthis is no field\nFrom: a@b\n\nbody");

        assertThat(head.header().raw("From")).hasValue("a@b");
        assertThat(repairs.notes()).containsExactly("a line without colon in the header was skipped");
    }

    @Test
    void takes_text_for_the_body_when_the_empty_line_is_missing() {
        var head = mail("Subject: x\nDear all,\nthis is the body\nand its end");

        assertThat(head.body().asLatin1()).isEqualTo("Dear all,\nthis is the body\nand its end");
        assertThat(repairs.notes()).containsExactly("no empty line between header and body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"json\": true}", "<html>\n<body>x</body>", "no header at all\n\nnone", "\u0000\u0001"})
    void takes_everything_for_the_body_when_there_is_no_header(String text) {
        assertThat(mail(text).header().isEmpty()).isTrue();
        assertThat(mail(text).body().asLatin1()).isEqualTo(text);
    }

    @Test
    void takes_a_part_without_header_for_text() {
        assertThat(part("Note: this is text\nof two lines").body().asLatin1())
                .isEqualTo("Note: this is text\nof two lines");
        assertThat(part("\nafter the empty line").body().asLatin1()).isEqualTo("after the empty line");
        assertThat(part("Content-Type: text/plain").body().length()).isZero();
    }

    @Test
    void cuts_a_value_that_is_too_long() {
        var value = mail("To: " + "a@b, ".repeat(30_000) + "\n\n").header().raw("To");

        assertThat(value.orElseThrow()).hasSizeLessThanOrEqualTo(HeaderBlock.MAX_VALUE);
        assertThat(repairs.truncated()).isTrue();
        assertThat(repairs.notes()).containsExactly("field to is longer than 65536 bytes and was cut");
    }

    @Test
    void leaves_out_fields_beyond_two_thousand() {
        var head = mail("X: y\n".repeat(5_000) + "Subject: late\n\nbody");

        assertThat(head.header().raw("Subject")).isEmpty();
        assertThat(head.body().asLatin1()).isEqualTo("body");
        assertThat(repairs.truncated()).isTrue();
    }

    private HeaderReader.Head mail(String text) {
        return new HeaderReader(repairs).ofMail(slice(text));
    }

    private HeaderReader.Head part(String text) {
        return new HeaderReader(repairs).ofPart(slice(text));
    }

    private static Slice slice(String text) {
        return Slice.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
