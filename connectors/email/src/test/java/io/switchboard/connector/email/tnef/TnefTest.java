package io.switchboard.connector.email.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.email.posted.EmailAttachments;
import io.switchboard.connector.email.tnef.TnefFixture.Properties;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class TnefTest {
    private static final Charset LATIN = StandardCharsets.ISO_8859_1;
    private static final byte[] PDF = "%PDF-1.7 a quotation".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/ms-tnef",
                "application/vnd.ms-tnef; name=winmail.dat",
                "application/octet-stream; name=\"WINMAIL.DAT\""
            })
    void takes_the_files_out(String type) {
        var mail = new TnefFixture()
                .plain("The quotation is attached.", LATIN)
                .file(
                        "QUOTAT~1.PDF",
                        LATIN,
                        PDF,
                        new Properties().unicode(0x3707, "Angebot Größe Ü.pdf").unicode(0x370E, "application/pdf"))
                .mail(type);

        var message = Fixture.message(mail);

        assertThat(texts(message)).containsExactly("The quotation is attached.");
        var file = message.attachments().getFirst();
        assertThat(message.attachments()).hasSize(1);
        assertThat(file.fileName()).hasValue("Angebot Größe Ü.pdf");
        assertThat(file.declaredType()).hasValue("application/pdf");
        assertThat(file.providerMediaId()).isEqualTo("1/tnef/1");
        assertThat(fetched(mail, file)).isEqualTo(PDF);
    }

    @Test
    void reads_names_in_the_codepage_of_the_message() {
        var mail = new TnefFixture()
                .codepage(1251)
                .file("Счёт.doc", Charset.forName("windows-1251"), PDF, new Properties())
                .mail("application/ms-tnef");

        assertThat(Fixture.message(mail).attachments().getFirst().fileName()).hasValue("Счёт.doc");
    }

    @Test
    void shows_html_with_its_pictures() {
        var html = "<p>Schöne Grüße</p><img src=\"cid:logo@nordlicht\">".getBytes(StandardCharsets.UTF_8);
        var mail = new TnefFixture()
                .message(new Properties()
                        .named("x-anything", "odd")
                        .binary(0x1013, html)
                        .number(0x3FDE, 65001)
                        .unicode(0x1000, "Schöne Grüße, plain"))
                .file(
                        "logo.png",
                        LATIN,
                        PDF,
                        new Properties().unicode(0x3712, "logo@nordlicht").unicode(0x370E, "image/png"))
                .mail("application/ms-tnef");

        var message = Fixture.message(mail);

        assertThat(message.content()).hasSize(1);
        assertThat(((Part.Html) message.content().getFirst()).html())
                .isEqualTo("<p>Schöne Grüße</p><img src=\"cid:logo@nordlicht\">");
        assertThat(message.attachments().getFirst().inline()).isTrue();
    }

    @Test
    void finds_the_html_within_compressed_rtf() {
        var rtf = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}"
                + "{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Hallo J\\'f6rg{\\*\\htmltag84 &nbsp;}\\htmlrtf \\'a0\\htmlrtf0 "
                + "\\u8364?5\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}}";
        var mail = new TnefFixture()
                .message(new Properties().binary(0x1009, TnefFixture.rtf(rtf)))
                .mail("application/ms-tnef");

        assertThat(((Part.Html) Fixture.message(mail).content().getFirst()).html())
                .isEqualTo("<p>Hallo Jörg&nbsp;€5</p>");
    }

    @Test
    void leaves_its_text_out_where_the_mail_has_one() {
        var packed = new TnefFixture().plain("from Outlook", LATIN).file("a.pdf", LATIN, PDF, new Properties());
        var mail = "From: ann@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nfrom the mail\n--x\n"
                + packed.part("Content-Type: application/ms-tnef; name=winmail.dat") + "--x--\n";

        var message = Fixture.message(mail);

        assertThat(texts(message)).containsExactly("from the mail");
        assertThat(message.attachments())
                .extracting(MediaReference::providerMediaId)
                .containsExactly("2/tnef/1");
        assertThat(fetched(mail, message.attachments().getFirst())).isEqualTo(PDF);
    }

    @Test
    void unpacks_a_message_within_the_message() {
        var inner = new TnefFixture()
                .message(new Properties().unicode(0x0037, "Lieferung").unicode(0x1000, "inner words"))
                .file("inner.pdf", LATIN, PDF, new Properties());
        var mail = new TnefFixture()
                .plain("outer words", LATIN)
                .file("Lieferung", LATIN, new byte[0], new Properties().embedded(inner))
                .mail("application/ms-tnef");

        var message = Fixture.message(mail);

        assertThat(texts(message)).containsExactly("outer words");
        assertThat(message.attachments())
                .extracting(file -> file.fileName().orElseThrow())
                .containsExactly("Lieferung.txt", "inner.pdf");
        assertThat(fetched(mail, message.attachments().getLast())).isEqualTo(PDF);
        assertThat(new String(fetched(mail, message.attachments().getFirst()), StandardCharsets.UTF_16LE))
                .startsWith("inner words");
    }

    @Test
    void keeps_the_file_when_it_is_damaged_or_something_else() {
        var packed = new TnefFixture().plain("words", LATIN).file("a.pdf", LATIN, PDF, new Properties());
        var cut = java.util.Arrays.copyOf(packed.bytes(), packed.bytes().length - 60);
        var header = "From: ann@b.example\nContent-Type: application/ms-tnef; name=winmail.dat\n\n";

        var damaged = Fixture.message(header + new String(cut, LATIN));
        var other = Fixture.message(header + "no such message");

        assertThat(texts(damaged)).containsExactly("words");
        assertThat(damaged.attachments())
                .extracting(file -> file.fileName().orElse(""))
                .contains("winmail.dat");
        assertThat(damaged.email().orElseThrow().decodingWarnings())
                .contains("part 1 is damaged, what could be unpacked was");
        assertThat(other.attachments())
                .extracting(file -> file.fileName().orElse(""))
                .containsExactly("winmail.dat");
    }

    @Test
    @Timeout(60)
    void bears_any_bytes() {
        var inner = new TnefFixture()
                .message(new Properties().unicode(0x1000, "inner"))
                .file("b", LATIN, PDF, new Properties());
        var sound = new TnefFixture()
                .codepage(1252)
                .message(new Properties()
                        .named("x", "y")
                        .binary(0x1009, TnefFixture.rtf("{\\rtf1{\\fonttbl}\\par words}"))
                        .binary(0x1013, PDF))
                .file("a", LATIN, PDF, new Properties().embedded(inner))
                .bytes();
        var random = new Random(4);
        for (var i = 0; i < 3_000; i++) {
            var broken = sound.clone();
            for (var changes = random.nextInt(4); changes >= 0; changes--) {
                broken[6 + random.nextInt(broken.length - 6)] =
                        (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
            }
            var header = "From: a@b.example\nContent-Type: application/ms-tnef\n\n";
            var message = Fixture.message(header + new String(broken, LATIN));

            assertThat(message.content()).isNotEmpty();
        }
    }

    @Test
    void goes_no_deeper_than_messages_are_nested() {
        var nested = new TnefFixture().plain("the bottom", LATIN);
        for (var depth = 0; depth < 50; depth++) {
            nested = new TnefFixture().file("x", LATIN, new byte[0], new Properties().embedded(nested));
        }

        var message = Fixture.message(nested.mail("application/ms-tnef; name=winmail.dat"));

        assertThat(message.attachments())
                .extracting(file -> file.fileName().orElse(""))
                .contains("winmail.dat");
    }

    private static List<String> texts(InboundMessage message) {
        return message.content().stream()
                .filter(part -> !(part instanceof Part.Media))
                .map(part -> part.fallbackText().strip())
                .toList();
    }

    public static byte[] fetched(String mail, MediaReference file) {
        var outcome = new EmailAttachments()
                .fetch(
                        file.providerMediaId(),
                        Fixture.delivery(mail.getBytes(LATIN)),
                        Long.MAX_VALUE,
                        Fixture.connection(),
                        Secrets.NONE);
        return ((FetchOutcome.Fetched) outcome).content().bytes();
    }
}
