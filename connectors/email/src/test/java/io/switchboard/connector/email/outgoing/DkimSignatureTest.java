package io.switchboard.connector.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.testkit.ScriptedSmtp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSignatureTest {

    private static final MessageId ID = MessageId.parse("3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516");

    private final ScriptedSmtp smtp = new ScriptedSmtp().answers(250, "2.0.0");

    @ParameterizedTest
    @ValueSource(strings = {"x", "Grüße,\n\n  Per \t \n\n\n", " \n \nlate", "From here\n.\n..\n-- \nPer"})
    void signs_so_that_another_program_agrees(String words) throws Exception {
        send(words, Fixture.RSA);

        var records = verify(mail());

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.getDToken()).hasToString("nordlicht.example");
            assertThat(record.getSelector()).hasToString("s1");
            assertThat(record.getHeaders().stream().map(CharSequence::toString).toList())
                    .contains("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References")
                    .contains("MIME-Version", "Content-Type")
                    .startsWith("From", "From");
        });
    }

    @Test
    void still_holds_when_blanks_were_touched_up_on_the_way() throws Exception {
        send("one  two\n", Fixture.RSA);

        assertThat(verify(mail().replace("one  two", "one \t two  ").replace("Subject: ", "SUBJECT:  ")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Subject: , Subject: Not ", "one, two", "From: , 'From: <evil@x>\r\nFrom: '"})
    void breaks_when_somebody_changes_the_mail(String before, String after) {
        send("one", Fixture.RSA);

        assertThat(mail()).contains(before);
        assertThatThrownBy(() -> verify(mail().replaceFirst("(?m)^" + before, after)))
                .isInstanceOf(FailException.class);
    }

    /** By RFC 8463 with nothing but the JDK: what signs shares no code with this. */
    @Test
    void signs_with_ed25519() throws Exception {
        var pair = Fixture.key("Ed25519", 255);
        send("Hello  there \n\n", pair);

        var field = mail().split("\r\n(?![ \t])", 2)[0];
        var tags = tags(field);
        assertThat(tags).containsEntry("a", "ed25519-sha256");
        var body = mail().substring(mail().indexOf("\r\n\r\n") + 4);
        assertThat(tags.get("bh")).isEqualTo(base64(sha256(relaxed(body))));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(pair.getPublic());
        verifier.update(sha256(signed(field, tags.getOrDefault("h", ""))));
        assertThat(verifier.verify(Base64.getDecoder().decode(tags.get("b")))).isTrue();
    }

    @Test
    void keeps_every_line_short() {
        send("x", Fixture.RSA);

        assertThat(mail().lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(78);
    }

    @Test
    void signs_nothing_unless_told_to() {
        assertThat(sent(Map.of(), Fixture.secrets())).isInstanceOf(SendOutcome.Accepted.class);

        assertThat(mail()).doesNotContainIgnoringCase("dkim");
    }

    @Test
    void sends_nothing_unsigned_that_was_to_be_signed() {
        var names = Map.of("dkim_domain", "nordlicht.example", "dkim_selector", "s1");
        var noPem = Secrets.of(Map.of("dkim_private_key", List.of(Secret.of("-----BEGIN RSA PRIVATE KEY-----"))));
        var noKey = Secrets.of(Map.of("dkim_private_key", List.of(Secret.of("-----BEGIN PRIVATE KEY-----\nAAAA\n"))));
        var tooShort = Secrets.of(Map.of("dkim_private_key", List.of(Secret.of(pem(Fixture.key("RSA", 512))))));

        assertThat(reason(names, Secrets.NONE)).isEqualTo("dkim_domain is set and dkim_private_key is not");
        for (var unusable : List.of(noPem, noKey, tooShort)) {
            assertThat(reason(names, unusable)).startsWith("dkim_private_key is not a PEM PKCS #8 key");
        }
        assertThat(reason(Map.of("dkim_domain", "nordlicht.example"), Fixture.secrets()))
                .isEqualTo("dkim_domain and dkim_selector are not both names of DNS");
        assertThat(reason(Map.of("dkim_domain", "n.example", "dkim_selector", "s1;\r\n h=x"), Fixture.secrets()))
                .isEqualTo("dkim_domain and dkim_selector are not both names of DNS");
        assertThat(smtp.sent()).isEmpty();
    }

    private String reason(Map<String, String> settings, Secrets secrets) {
        var refused = (SendOutcome.Refused) sent(settings, secrets);
        assertThat(refused.reason().code()).isEqualTo("configuration");
        return refused.reason().explanation();
    }

    private void send(String words, KeyPair pair) {
        var secrets = Secrets.of(
                Map.of("smtp_password", List.of(Secret.of("x")), "dkim_private_key", List.of(Secret.of(pem(pair)))));
        assertThat(sent(Map.of("dkim_domain", "nordlicht.example", "dkim_selector", "s1"), words, secrets))
                .isInstanceOf(SendOutcome.Accepted.class);
    }

    private SendOutcome sent(Map<String, String> more, Secrets secrets) {
        return sent(more, "x", secrets);
    }

    private SendOutcome sent(Map<String, String> more, String words, Secrets secrets) {
        var settings = new TreeMap<>(Fixture.connection().settings());
        settings.putAll(more);
        var to = Map.of(
                "to", "maja@mailhost.example", "subject", "Re: Grüße", "message_id", "q@x", "references", "p@x q@x");
        var reply =
                new OutboundMessage.Reply(List.of(new Part.Text(words)), Optional.empty(), Optional.empty(), List.of());
        var clock = Clock.fixed(Fixture.RECEIVED_AT, ZoneOffset.UTC);
        return new EmailSender(smtp, new MailComposer(clock))
                .send(
                        new OutboundMessage(ID, new ReturnAddress(to), reply, List.of()),
                        Fixture.connection(settings),
                        secrets);
    }

    private String mail() {
        return new String(smtp.sent().getLast().message().bytes(), StandardCharsets.ISO_8859_1);
    }

    private static List<SignatureRecord> verify(String mail) throws FailException {
        var record = "v=DKIM1; k=rsa; p=" + base64(Fixture.RSA.getPublic().getEncoded());
        var verifier = new DKIMVerifier((methods, selector, token) -> List.of(record));
        try {
            return verifier.verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    private static Map<String, String> tags(String field) {
        var tags = new TreeMap<String, String>();
        for (var tag :
                field.substring(field.indexOf(':') + 1).replaceAll("\\s", "").split(";", -1)) {
            tags.put(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1));
        }
        return tags;
    }

    private byte[] signed(String field, String names) {
        var header = mail().substring(field.length() + 2, mail().indexOf("\r\n\r\n"));
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(header.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1))
                .forEach(line -> fields.put(line.substring(0, line.indexOf(':')), line));
        var text = new StringBuilder();
        for (var name : names.split(":", -1)) {
            var line = fields.remove(name);
            if (line != null) {
                text.append(relaxedField(line)).append("\r\n");
            }
        }
        return (text + relaxedField(field.replaceAll("(?s)(; *\r\n b=).*", "$1")))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String relaxedField(String line) {
        var colon = line.indexOf(':');
        return line.substring(0, colon).toLowerCase(Locale.ROOT) + ":"
                + line.substring(colon + 1).replaceAll("\\s+", " ").strip();
    }

    private static byte[] relaxed(String body) {
        var lines = body.replaceAll("[ \t]+", " ").replaceAll(" \r\n", "\r\n").replaceAll("(\r\n)+$", "");
        return (lines.isEmpty() ? "" : lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String pem(KeyPair pair) {
        return Fixture.pem(pair.getPrivate());
    }
}
