package io.switchboard.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.Part;
import io.switchboard.connector.email.tnef.TnefTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails whose parts stand otherwise than one would expect. */
class StructureTest {
    private static final String FROM = "From: Ann <ann@b.example>\nSubject: s\n";

    @Test
    void keeps_the_text_before_between_and_after_apples_inline_files() {
        var message = Fixture.message(FROM + """
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain; charset=us-ascii

                before

                --x
                Content-Disposition: inline; filename=bill.pdf
                Content-Type: application/pdf; name=bill.pdf

                %PDF
                --x
                Content-Type: text/plain

                after
                --x
                Content-Type: text/html

                <p>and at last</p>
                --x--
                """);

        assertThat(message.content())
                .extracting(Part::fallbackText)
                .map(String::strip)
                .containsExactly("before", "[file]", "after", "and at last");
    }

    @Test
    void reads_a_mixed_within_an_alternative_and_a_related_that_begins_with_the_picture() {
        var message = Fixture.message(FROM + """
                Content-Type: multipart/alternative; boundary=a

                --a

                plain
                --a
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/related; boundary=r; start="<nobody@x>"

                --r
                Content-Type: image/png
                Content-ID: <p@x>

                png
                --r
                Content-Type: text/html

                <p>first</p><img src="cid:p@x">
                --r--
                --m
                Content-Type: application/pdf; name=a.pdf
                Content-Disposition: attachment

                pdf
                --m
                Content-Type: text/html

                <p>second</p>
                --m--
                --a--
                """);

        assertThat(message.content())
                .extracting(Part::fallbackText)
                .containsExactly("plain", "first", "[file]", "second");
        assertThat(message.attachments()).hasSize(2);
    }

    @Test
    void takes_uuencoded_files_out_of_a_text() {
        var mail = FROM + """

                Dear shop, two files:

                begin 644 café.txt
                %2&5L;&\\
                `
                end
                and here the begin of the other
                begin 755 b.bin
                #86)C
                end
                begin 2026 was cold
                """;
        var message = Fixture.message(mail);

        assertThat(message.content().getFirst().fallbackText())
                .isEqualTo("Dear shop, two files:\n\nand here the begin of the other\nbegin 2026 was cold\n");
        assertThat(message.attachments())
                .extracting(file -> file.fileName().orElseThrow())
                .containsExactly("café.txt", "b.bin");
        assertThat(TnefTest.fetched(mail, message.attachments().getFirst()))
                .asString()
                .isEqualTo("Hello");
        assertThat(TnefTest.fetched(mail, message.attachments().getLast()))
                .asString()
                .isEqualTo("abc");
    }

    @Test
    void reads_enriched_and_rich_text() {
        assertThat(only(FROM + "Content-Type: text/enriched\n\n<bold>Dear</bold> shop,\nit is << 5\n\n"
                        + "<color><param>red</param>Thanks</color>"))
                .isEqualTo("Dear shop, it is < 5\nThanks");
        assertThat(only(FROM
                        + "Content-Type: text/richtext\n\n<bold>Dear</bold> shop<nl>2 <lt> 3<comment>no</comment>"))
                .isEqualTo("Dear shop\n2 < 3");
    }

    @Test
    void reads_rtf() {
        assertThat(only(FROM + "Content-Type: text/rtf\n\n{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}"
                        + "{\\f1\\fcharset204 Arial Cyr;}}{\\*\\generator x}\\f0 Sch\\'f6n \\{ok\\}\\par\\f1 \\'cf\\'f0\\f0 "
                        + "\\u8364? {\\field{\\*\\fldinst HYPERLINK}{\\fldrslt link}}{\\pict\\bin4 }}}}}\\line end}"))
                .isEqualTo("Schön {ok}\nПр€ link\nend");
    }

    @Test
    void shows_the_first_piece_of_a_mail_in_pieces() {
        var message = Fixture.message(
                FROM + "Content-Type: message/partial; id=x; number=1; total=2\n\nSubject: long\n\nthe beginning\n");

        assertThat(message.content().getFirst().fallbackText()).contains("the beginning");
        assertThat(message.attachments()).hasSize(1);
        assertThat(message.email().orElseThrow().decodingWarnings())
                .contains("part 1 is one piece of a mail that was sent in several");
    }

    @Test
    void says_where_an_external_file_is_kept() {
        assertThat(
                        only(
                                FROM
                                        + "Content-Type: message/external-body; access-type=URL; URL=\"https://x.example/a b.pdf\"\n\n"))
                .isEqualTo("[file kept elsewhere by url: https://x.example/ab.pdf]");
    }

    @Test
    void never_shows_amp_wherever_it_stands() {
        var message = Fixture.message(FROM + """
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/x-amp-html

                <html amp4email>no</html>
                --a
                Content-Type: text/plain

                yes
                --a
                Content-Type: text/watch-html

                <b>no</b>
                --a--
                """);

        assertThat(message.content()).extracting(Part::fallbackText).containsExactly("yes");
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void reads_a_visiting_card() {
        var message = Fixture.message(FROM + """
                Content-Type: text/vcard; name=ann.vcf
                Content-Disposition: attachment

                BEGIN:VCARD
                VERSION:3.0
                FN:Ann Lindqvist
                ORG:Lamps;Service
                item1.TEL;TYPE=CELL:+46 8 123
                EMAIL:ann@b.example
                END:VCARD
                """);

        assertThat(message.content().getFirst())
                .isEqualTo(new Part.ContactCard(
                        java.util.Optional.of("Ann Lindqvist"),
                        List.of("+46 8 123"),
                        List.of("ann@b.example"),
                        java.util.Optional.of("Lamps, Service")));
        assertThat(message.attachments()).hasSize(1);
    }

    @Test
    void opens_a_signed_envelope_and_says_that_nobody_checked() {
        var inner = "Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\nsigned words\r\n--i\r\n"
                + "Content-Type: application/pdf; name=a.pdf\r\n\r\n%PDF\r\n--i--\r\n";
        for (var indefinite : List.of(true, false)) {
            var mail = FROM + "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
                    + "Content-Transfer-Encoding: base64\n\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(signed(inner.getBytes(StandardCharsets.US_ASCII), indefinite));

            var message = Fixture.message(mail);

            assertThat(message.content().getFirst().fallbackText()).isEqualTo("signed words");
            assertThat(message.attachments())
                    .extracting(file -> file.fileName().orElse(""))
                    .containsExactly("a.pdf");
            assertThat(TnefTest.fetched(mail, message.attachments().getFirst()))
                    .asString()
                    .isEqualTo("%PDF");
            assertThat(message.flags()).doesNotContain(MessageFlag.ENCRYPTED_OPAQUE);
            assertThat(message.email().orElseThrow().decodingWarnings())
                    .contains("the signature of part 1 was not checked");
        }
    }

    @Test
    void recognises_armour_within_a_text() {
        var encrypted =
                Fixture.message(FROM + "\nHello,\n-----BEGIN PGP MESSAGE-----\n\nabc=\n-----END PGP MESSAGE-----\n");
        var signed = Fixture.message(FROM + "\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n- -- \nwords\n"
                + "-----BEGIN PGP SIGNATURE-----\n\nabc=\n-----END PGP SIGNATURE-----\n");

        assertThat(encrypted.flags()).contains(MessageFlag.ENCRYPTED_OPAQUE);
        assertThat(encrypted.content()).extracting(Part::fallbackText).contains("Hello,");
        assertThat(encrypted.attachments()).hasSize(1);
        assertThat(signed.content()).extracting(Part::fallbackText).containsExactly("-- \nwords");
        assertThat(signed.flags()).isEmpty();
    }

    @Test
    void shows_what_is_passed_on_when_the_mail_says_nothing_itself() {
        var alone = Fixture.message(
                FROM + "Content-Type: message/rfc822\n\nSubject: the first\nFrom: ben@c.example\n\nold words\n");
        var digest =
                Fixture.message(FROM + "Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: one\n\n1\n--x\n\n"
                        + "Subject: two\nContent-Type: text/html\n\n<p>2</p>\n--x--\n");
        var bounce = Fixture.message(
                FROM + "Content-Type: multipart/report; boundary=x\n\n--x\n"
                        + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\nStatus: 5.1.1\n--x--\n");

        assertThat(alone.content().getFirst().fallbackText())
                .isEqualTo("From: ben@c.example\nSubject: the first\n\nold words");
        assertThat(alone.attachments()).hasSize(1);
        assertThat(digest.content())
                .extracting(Part::fallbackText)
                .startsWith("Subject: one\n\n1", "Subject: two\n\n2");
        assertThat(bounce.content().getFirst().fallbackText()).contains("Status: 5.1.1");
    }

    @Test
    void shows_a_text_with_a_name_when_there_is_no_other() {
        var message = Fixture.message(FROM + "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
                + "Content-Type: text/plain; name=message.txt\n\nthe words\n--x--\n");

        assertThat(message.content().getFirst().fallbackText()).isEqualTo("the words");
    }

    private static String only(String mail) {
        var message = Fixture.message(mail);
        assertThat(message.content()).hasSize(1);
        return message.content().getFirst().fallbackText();
    }

    /** CMS signed data without a signature; the content in pieces of unknown length, or in one. */
    private static byte[] signed(byte[] content, boolean indefinite) {
        var octets = new ByteArrayOutputStream();
        if (indefinite) {
            octets.writeBytes(new byte[] {0x24, (byte) 0x80});
            for (var at = 0; at < content.length; at += 50) {
                var piece = java.util.Arrays.copyOfRange(content, at, Math.min(content.length, at + 50));
                octets.writeBytes(der(0x04, piece));
            }
            octets.writeBytes(new byte[2]);
        } else {
            octets.writeBytes(der(0x04, content));
        }
        byte[] data = {0x06, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x01};
        byte[] signedData = data.clone();
        signedData[10] = 2;
        var enclosed = der(0x30, joined(data, der(0xa0, octets.toByteArray())));
        var body = joined(new byte[] {0x02, 1, 1}, new byte[] {0x31, 0}, enclosed, new byte[] {0x31, 0});
        return der(0x30, joined(signedData, der(0xa0, der(0x30, body))));
    }

    private static byte[] der(int tag, byte[] value) {
        byte[] head = {(byte) tag, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length};
        return joined(head, value);
    }

    private static byte[] joined(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    @Test
    void says_html_and_what_a_list_puts_beneath_it() {
        var message = Fixture.message(FROM + """
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/html

                <p>The lamp hums.</p>
                --x
                Content-Type: text/plain
                Content-Disposition: inline

                You get this because you asked for it.
                --x--
                """);

        assertThat(message.text().orElseThrow().plain())
                .isEqualTo("The lamp hums.\nYou get this because you asked for it.");
    }

    @Test
    void says_once_what_is_there_as_text_and_as_html() {
        var mixed = Fixture.message(FROM + """
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                The lamp *hums*, day
                and night.
                --x
                Content-Type: text/html

                <p>The lamp <b>hums</b>, day and night.</p>
                --x--
                """);

        assertThat(mixed.text().orElseThrow().plain()).isEqualTo("The lamp *hums*, day\nand night.");
        assertThat(mixed.content()).hasSize(2);
    }

    @Test
    void leaves_out_a_text_that_only_says_to_read_the_html() {
        var message = Fixture.message(FROM + """
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain

                Please use a program that shows HTML.
                --x
                Content-Type: text/html

                <p>The lamp hums.</p>
                --x--
                """);

        assertThat(message.content()).singleElement().isInstanceOf(Part.Html.class);
        assertThat(message.text().orElseThrow().plain()).isEqualTo("The lamp hums.");
    }

    @Test
    void keeps_a_text_about_html_that_the_html_says_as_well() {
        var message = Fixture.message(FROM + """
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain

                Your HTML is broken.
                --x
                Content-Type: text/html

                <p>Your <b>HTML</b> is broken.</p>
                --x--
                """);

        assertThat(message.text().orElseThrow().plain()).isEqualTo("Your HTML is broken.");
        assertThat(message.content()).hasSize(2);
    }

    @Test
    void reads_a_document_that_was_sent_as_text() {
        var message = Fixture.message(FROM + "\n<!DOCTYPE html>\n<html><body><p>Wo ist sie?</p></body></html>");

        assertThat(message.content()).singleElement().isInstanceOf(Part.Html.class);
        assertThat(message.text().orElseThrow().plain()).isEqualTo("Wo ist sie?");
    }

    @Test
    void reads_alternatives_that_have_names() {
        var message = Fixture.message(FROM + """
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: text/plain; name=body.txt

                words
                --x
                Content-Type: text/html; name=body.html
                Content-Disposition: inline; filename=body.html

                <p>words</p>
                --x
                Content-Type: text/plain; name=list.txt

                1, 2, 3
                --x--
                """);

        assertThat(message.content())
                .extracting(Part::fallbackText)
                .map(String::strip)
                .containsExactly("words", "words", "[file]");
    }

    @Test
    void shows_an_invitation_once_that_is_also_a_file() {
        var entry =
                "\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:7@b\nSUMMARY:Visit\nEND:VEVENT\nEND:VCALENDAR\n";
        var message = Fixture.message(FROM + "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
                + "Content-Type: multipart/alternative; boundary=y\n\n--y\n\nCome.\n--y\nContent-Type: text/calendar"
                + entry + "--y--\n--x\nContent-Type: application/ics; name=invite.ics" + entry + "--x--\n");

        assertThat(message.content())
                .filteredOn(Part.Calendar.class::isInstance)
                .hasSize(1);
        assertThat(message.attachments()).hasSize(1);
    }

    @Test
    void takes_files_out_of_a_text_that_are_in_base64_of_uuencode() {
        var message = Fixture.message(FROM + """

                before
                begin-base64 644 a b.bin
                AAEC
                AwQ=
                ====
                after
                begin-base64 644 this is no file
                """);

        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).hasValue("a b.bin");
            assertThat(file.size()).hasValue(5L);
        });
        assertThat(message.content().getFirst().fallbackText())
                .isEqualTo("before\nafter\nbegin-base64 644 this is no file\n");
    }

    @Test
    void does_not_double_lines_whose_ends_were_doubled() {
        var message = Fixture.message((FROM + "\none\ntwo\n\nthree\n").replace("\n", "\r\r\n"));

        assertThat(message.subject()).hasValue("s");
        assertThat(message.content().getFirst().fallbackText()).isEqualTo("one\ntwo\n\nthree\n");
    }
}
