package io.switchboard.connector.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.testkit.GoldenFile;
import io.switchboard.connector.testkit.HttpRequestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The golden mails, mutated: whatever comes out is a mail to somebody. The same mutations every time. With
 * {@code -Demail.mutants=<of each>} more of them, with {@code -Demail.noise.corpora=<folder>} also of the mails in a folder.
 */
class NoiseTest {

    private static final int MUTANTS_OF_EACH = Integer.getInteger("email.mutants", 400);

    @Test
    void reads_every_mutant_of_every_golden_mail() throws IOException {
        var mails = mails();
        var mutation = new Mutation(mails, new Random(20260301));

        assertThat(mails).isNotEmpty();
        for (var mail : mails) {
            for (var i = 0; i < MUTANTS_OF_EACH; i++) {
                assertRead(mutation.of(mail));
            }
        }
    }

    private static List<byte[]> mails() throws IOException {
        var mails = new ArrayList<byte[]>();
        for (var file : GoldenFile.list(NoiseTest.class, "deliveries", ".http")) {
            mails.add(HttpRequestFile.read(file).body().bytes());
        }
        mails.add(new TnefFixture()
                .plain("words", StandardCharsets.ISO_8859_1)
                .file("a.pdf", StandardCharsets.ISO_8859_1, new byte[50], new TnefFixture.Properties())
                .mail("application/ms-tnef")
                .getBytes(StandardCharsets.ISO_8859_1));
        var corpora = System.getProperty("email.noise.corpora", "");
        if (!corpora.isEmpty()) {
            try (var files = Files.walk(Path.of(corpora))) {
                for (var file : files.filter(NoiseTest::isMail).sorted().toList()) {
                    mails.add(Files.readAllBytes(file));
                }
            }
        }
        return mails;
    }

    private static boolean isMail(Path file) {
        return file.toString().endsWith(".eml") || file.toString().endsWith(".msg");
    }

    private static void assertRead(byte[] mutant) {
        try {
            var translation = Fixture.translate(mutant);
            assertThat(translation.events().size() + translation.ignored().size())
                    .isPositive();
            translation.events().forEach(event -> assertWhole(event, mutant));
        } catch (MalformedDeliveryException empty) {
            assertThat(Slice.of(mutant).isBlank()).isTrue();
        } catch (RuntimeException | StackOverflowError bug) {
            fail("a mail nobody can read: " + HexFormat.of().formatHex(mutant), bug);
        }
    }

    /** Every announced file can be fetched and has the announced size. */
    private static void assertWhole(InboundEvent event, byte[] mutant) {
        if (event instanceof InboundEvent.MessageReceived received) {
            for (var file : received.message().attachments()) {
                var fetched = new EmailAttachments()
                        .fetch(
                                file.providerMediaId(),
                                Fixture.delivery(mutant),
                                Long.MAX_VALUE,
                                Fixture.connection(),
                                Secrets.NONE);
                assertThat(fetched)
                        .isInstanceOfSatisfying(
                                FetchOutcome.Fetched.class,
                                found -> assertThat((long) found.content().size())
                                        .isEqualTo(file.size().orElseThrow()));
            }
        }
    }

    /** One to six changes of the kinds that break mail readers. */
    record Mutation(List<byte[]> mails, Random random) {

        private static final List<String> WORDS = List.of(
                "\r\n",
                "\r\n\r\n",
                "\n",
                "\r",
                " ",
                "\t",
                ":",
                ";",
                "\"",
                "\\",
                "<",
                ">",
                "(",
                ")",
                ",",
                "@",
                "=",
                "=?",
                "?=",
                "=?utf-8?Q?",
                "=?x?B?=",
                "--",
                "--=-alt-41",
                "--outer--",
                "boundary=",
                "Content-Type: multipart/mixed; boundary=\"\"\r\n",
                "Content-Type: text/html; charset=utf-16\r\n",
                "Content-Type: text/plain; charset=x-JISAutoDetect\r\n",
                "Content-Transfer-Encoding: base64\r\n",
                "Content-Transfer-Encoding: x-uuencode\r\n",
                "filename*0*=utf-8''%",
                "begin 644 x\r\n",
                "Content-Type: application/ms-tnef\r\n",
                "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n",
                "Content-Type: text/rtf\r\n",
                "Content-Type: text/enriched\r\n",
                "Content-Type: message/rfc822\r\n",
                "Content-Type: text/vcard\r\n",
                "{\\rtf1\\fromhtml1{\\*\\htmltag",
                "-----BEGIN PGP SIGNED MESSAGE-----\r\n",
                "-----BEGIN PGP SIGNATURE-----\r\n",
                "Date: Mon, 99 Foo 99999999999 99:99:99 +9999\r\n",
                "\u0000",
                "\u00ff",
                "<![CDATA[",
                "<table><form><svg>",
                "&#x110000;",
                "BEGIN:VCALENDAR\r\nSUMMARY:\\",
                "Status: 5",
                "Message-ID: <>\r\n",
                "From: :;\r\n");

        byte[] of(byte[] mail) {
            var mutant = mail;
            for (var i = random.nextInt(6); i >= 0; i--) {
                mutant = once(mutant);
            }
            return mutant;
        }

        private byte[] once(byte[] mail) {
            var at = random.nextInt(mail.length + 1);
            var to = Math.min(mail.length, at + random.nextInt(80));
            return switch (random.nextInt(7)) {
                case 0 -> joined(mail, at, new byte[] {(byte) random.nextInt(256)}, Math.min(at + 1, mail.length));
                case 1 -> joined(mail, at, new byte[0], to);
                case 2 -> joined(mail, at, word(), at);
                case 3 -> joined(mail, to, Arrays.copyOfRange(mail, at, to), to);
                case 4 -> Arrays.copyOf(mail, at);
                case 5 -> spliced(mail, at);
                default -> joined(mail, at, noise(), to);
            };
        }

        private byte[] word() {
            return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.ISO_8859_1);
        }

        private byte[] noise() {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            return bytes;
        }

        private byte[] spliced(byte[] mail, int at) {
            var other = mails.get(random.nextInt(mails.size()));
            var from = random.nextInt(other.length);
            return joined(mail, at, Arrays.copyOfRange(other, from, other.length), mail.length);
        }

        private static byte[] joined(byte[] mail, int to, byte[] between, int rest) {
            var joined = new ByteArrayOutputStream();
            joined.write(mail, 0, to);
            joined.writeBytes(between);
            joined.write(mail, rest, mail.length - rest);
            return joined.toByteArray();
        }
    }
}
