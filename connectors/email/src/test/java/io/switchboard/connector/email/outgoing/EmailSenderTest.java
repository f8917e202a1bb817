package io.switchboard.connector.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.BlockedReason;
import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.Body;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.SmtpPort;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.email.thread.ReplyRoute;
import io.switchboard.connector.testkit.ScriptedSmtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSenderTest {

    private static final MessageId ID = MessageId.parse("3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516");
    private static final String NATIVE_ID = "3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516@nordlicht.example";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.ofHours(9));

    private final ScriptedSmtp smtp = new ScriptedSmtp().answers(250, "2.0.0");

    @Test
    void submits_from_the_account_to_the_return_address() {
        assertThat(send(text("Hello"))).isEqualTo(new SendOutcome.Accepted(List.of(NATIVE_ID)));

        assertThat(smtp.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.from()).isEqualTo("support@nordlicht.example");
            assertThat(sent.recipients()).containsExactly("maja@mailhost.example");
            assertThat(sent.server().host()).isEqualTo("smtp.hub.example");
            assertThat(sent.server().port()).isEqualTo(587);
            assertThat(sent.server().security()).isEqualTo(SmtpPort.Security.STARTTLS);
            assertThat(sent.server().credentials().orElseThrow().user()).isEqualTo("nordlicht");
            assertThat(sent.server().credentials().orElseThrow().password().reveal())
                    .isEqualTo("smtp-pass-phrase");
        });
    }

    @Test
    void writes_the_header_of_an_answer() throws Exception {
        send(text("Hello"));

        assertThat(header("Message-ID")).isEqualTo("<" + NATIVE_ID + ">");
        assertThat(header("Date")).isEqualTo("Sun, 1 Mar 2026 12:00:00 +0000");
        assertThat(header("From")).isEqualTo("Nordlicht Support <support@nordlicht.example>");
        assertThat(header("To")).isEqualTo("Maja Lindqvist <maja@mailhost.example>");
        assertThat(header("Subject")).isEqualTo("Re: Where is parcel 4711?");
        assertThat(header("In-Reply-To")).isEqualTo("<q2@mailhost.example>");
        assertThat(header("References")).isEqualTo("<q1@mailhost.example> <q2@mailhost.example>");
        assertThat(header("MIME-Version")).isEqualTo("1.0");
    }

    @Test
    void prefers_what_the_reply_says_over_what_the_conversation_says() throws Exception {
        send(new OutboundMessage.Reply(
                List.of(new Part.Text("x")), Optional.of("Our answer"), Optional.of("a3@x"), List.of("a1@x", "a2@x")));

        assertThat(header("Subject")).isEqualTo("Our answer");
        assertThat(header("In-Reply-To")).isEqualTo("<a3@x>");
        assertThat(header("References")).isEqualTo("<a1@x> <a2@x> <a3@x>");
    }

    @Test
    void keeps_the_first_and_the_last_of_many_references() throws Exception {
        var ids = IntStream.range(0, 300).mapToObj("r%d@x"::formatted).toList();
        send(new OutboundMessage.Reply(List.of(new Part.Text("x")), Optional.empty(), Optional.of("r299@x"), ids));

        assertThat(header("References").split(" ", -1))
                .hasSize(ReplyRoute.MAX_REFERENCES)
                .startsWith("<r0@x>", "<r281@x>")
                .endsWith("<r298@x>", "<r299@x>");
        assertThat(longestLine()).isLessThanOrEqualTo(998);
    }

    @Test
    void never_sends_an_id_that_only_we_know() throws Exception {
        send(new OutboundMessage.Reply(
                List.of(new Part.Text("x")),
                Optional.empty(),
                Optional.of("sha256:00@missing"),
                List.of("sha256:11@overlong", "a@x")));

        assertThat(mail().getHeader("In-Reply-To")).isNull();
        assertThat(header("References")).isEqualTo("<a@x>");
    }

    @Test
    void uses_the_domain_set_for_message_ids() throws Exception {
        var settings = new TreeMap<>(Fixture.connection().settings());
        settings.put("message_id_domain", "Mail.Nordlicht.example");

        assertThat(send(text("x"), returnAddress(), settings))
                .isEqualTo(new SendOutcome.Accepted(List.of(ID + "@mail.nordlicht.example")));
        assertThat(header("Message-ID")).isEqualTo("<" + ID + "@mail.nordlicht.example>");
    }

    @Test
    void writes_plain_text_in_utf_8_with_crlf() throws Exception {
        send(text("Grüße,\nPer – 5 €"));

        assertThat(mail().getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(mail().getContent()).isEqualTo("Grüße,\r\nPer – 5 €\r\n");
        assertThat(new String(bytes(), StandardCharsets.ISO_8859_1).replace("\r\n", ""))
                .doesNotContain("\r", "\n");
        assertThat(bytes()).doesNotContain((byte) 0xC3);
    }

    @Test
    void sends_html_with_its_plain_twin() throws Exception {
        send(reply(new Part.Html("<p>Grüße</p>", "Grüße")));

        var alternative = (MimeMultipart) mail().getContent();
        assertThat(mail().getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Grüße\r\n");
        assertThat(alternative.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(alternative.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>\r\n");
    }

    @Test
    void prefers_the_text_that_was_written_as_the_plain_twin() throws Exception {
        send(reply(new Part.Text("as I wrote it"), new Part.Html("<p>as it looks</p>", "as it looks")));

        assertThat(((MimeMultipart) mail().getContent()).getBodyPart(0).getContent())
                .isEqualTo("as I wrote it\r\n");
    }

    @Test
    void attaches_files_byte_for_byte_under_their_names() throws Exception {
        var file = new OutboundMessage.File("Rückschein – 12.txt", "text/plain", Body.ofText("one\nline end only\n"));
        var parts = reply(new Part.Text("see below"), new Part.Media(MediaKind.FILE, 0, Optional.of("the form")));

        send(parts, List.of(file));

        var mixed = (MimeMultipart) mail().getContent();
        assertThat(mail().getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContent()).isEqualTo("see below\r\n\r\nthe form\r\n");
        var attached = (MimeBodyPart) mixed.getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("Rückschein – 12.txt");
        assertThat(attached.getDisposition()).isEqualTo("attachment");
        assertThat(attached.getInputStream().readAllBytes())
                .isEqualTo(file.content().bytes());
    }

    @Test
    void sends_a_file_without_words() throws Exception {
        send(reply(new Part.Media(MediaKind.IMAGE, 0, Optional.empty())), List.of(picture("a.png", "image/png")));

        assertThat(((MimeMultipart) mail().getContent()).getCount()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "IMAGE/PNG; x=y, image/png",
        "message/rfc822, application/octet-stream",
        "multipart/mixed, application/octet-stream",
        "nonsense, application/octet-stream",
        "'a/b\r\nX: y', a/b",
        "'', application/octet-stream"
    })
    void declares_a_type_that_may_travel(String declared, String sent) throws Exception {
        send(reply(new Part.Media(MediaKind.FILE, 0, Optional.empty())), List.of(picture("a", declared)));

        assertThat(((MimeMultipart) mail().getContent()).getBodyPart(0).getContentType())
                .isEqualTo(sent + "; name=a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nBcc: evil@x", "\nBcc: evil@x", "\rBcc: evil@x", "\u0000\u0085\u2028Bcc: evil@x"})
    void lets_nobody_write_header_lines(String injection) throws Exception {
        var address = new TreeMap<>(returnAddress());
        address.put("to_name", "Maja" + injection);
        address.put("message_id", "q" + injection + "@x");
        var file = picture("a.png" + injection, "image/png" + injection);
        var reply = new OutboundMessage.Reply(
                List.of(new Part.Media(MediaKind.IMAGE, 0, Optional.empty())),
                Optional.of("Hello" + injection),
                Optional.empty(),
                List.of("r" + injection + "@x"));
        var settings = new TreeMap<>(Fixture.connection().settings());
        settings.put("from_name", "Support" + injection);

        var message = new OutboundMessage(ID, new ReturnAddress(address), reply, List.of(file));
        sender().send(message, Fixture.connection(settings), Fixture.secrets());

        assertThat(mail().getHeader("Bcc")).isNull();
        assertThat(((MimeMultipart) mail().getContent()).getBodyPart(0).getHeader("Bcc"))
                .isNull();
        assertThat(mail().getHeader("In-Reply-To")).isNull();
        assertThat(mail().getAllRecipients()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maja",
                "maja@",
                "@mailhost.example",
                "maja@mailhost.example\r\nRCPT TO:<evil@x>",
                "maja lindqvist@mailhost.example",
                "<maja@mailhost.example>",
                "maja@mailhost.example,evil@x",
                "maja\u2028@mailhost.example",
                "maja@mail_host.example ",
                "maja@-"
            })
    void refuses_an_address_that_no_server_takes(String to) {
        var address = new TreeMap<>(returnAddress());
        address.put("to", to);

        assertThat(send(text("x"), address, Fixture.connection().settings()))
                .isEqualTo(SendOutcome.refused("5.1.3", "the recipient's address cannot be used"));
        assertThat(smtp.sent()).isEmpty();
    }

    @Test
    void encodes_an_international_domain() {
        var address = new TreeMap<>(returnAddress());
        address.put("to", "jo@bücher.example");

        send(text("x"), address, Fixture.connection().settings());

        assertThat(smtp.sent().getFirst().recipients()).containsExactly("jo@xn--bcher-kva.example");
    }

    @Test
    void refuses_what_is_no_mail() {
        assertThat(send(text(" \n"))).isEqualTo(SendOutcome.refused("content", "the reply is empty"));
        assertThat(send(reply(new Part.Media(MediaKind.FILE, 1, Optional.empty())), List.of(picture("a", "a/b"))))
                .isEqualTo(SendOutcome.refused("content", "the reply names file 1 of 1"));
        assertThat(send(new OutboundMessage.React("a@b", Optional.of("!"))))
                .isEqualTo(SendOutcome.refused("unsupported", "e-mail has no reactions"));
        assertThat(send(new OutboundMessage.MarkRead("a@b")))
                .isEqualTo(SendOutcome.refused("unsupported", "e-mail has no read marks"));
        assertThat(smtp.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "smtp_host, '', smtp_host is not set",
        "smtp_port, many, smtp_port is not a number",
        "smtp_security, ssl, 'smtp_security is none of none, starttls and tls'"
    })
    void refuses_to_guess_a_missing_or_wrong_setting(String name, String value, String reason) {
        var settings = new TreeMap<>(Fixture.connection().settings());
        settings.put(name, value);

        assertThat(send(text("x"), returnAddress(), settings)).isEqualTo(SendOutcome.refused("configuration", reason));
        assertThat(smtp.sent()).isEmpty();
    }

    @Test
    void shows_the_access_token_where_the_merchant_wants_that() {
        var message = new OutboundMessage(ID, new ReturnAddress(returnAddress()), text("x"), List.of());
        var byToken = Fixture.connection(
                Map.of("smtp_host", "smtp.hub.example", "smtp_user", "nordlicht", "smtp_auth", "xoauth2"));
        var token = Secret.of("token-1");

        sender().send(message, byToken, Fixture.secrets().with("oauth_access_token", token));

        assertThat(smtp.sent().getFirst().server().credentials())
                .contains(new SmtpPort.Credentials("nordlicht", token, SmtpPort.Mechanism.XOAUTH2));
        assertThat(sender().send(message, byToken, Fixture.secrets()))
                .isEqualTo(SendOutcome.refused("configuration", "smtp_auth is xoauth2 and oauth_token_url is not set"));
    }

    @Test
    void needs_a_password_for_a_login_and_only_then() {
        var message = new OutboundMessage(ID, new ReturnAddress(returnAddress()), text("x"), List.of());
        var open =
                Fixture.connection(Map.of("smtp_host", "smtp.hub.example", "smtp_security", "none", "smtp_port", "25"));

        assertThat(sender().send(message, Fixture.connection(), Secrets.NONE))
                .isEqualTo(SendOutcome.refused("configuration", "smtp_user is set and smtp_password is not"));
        assertThat(sender().send(message, open, Secrets.NONE)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(smtp.sent().getFirst().server().credentials()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "550, 5.1.1, 5.1.1, the recipient's mailbox does not exist, ",
        "550, '', 550, the mail server refused the mail, ",
        "552, 5.2.2, 5.2.2, the recipient's mailbox is full, ",
        "554, 5.7.1, 5.7.1, the mail server does not permit this mail, ",
        "535, 5.7.8, 5.7.8, the mail server refused our login, TOKEN_INVALID",
        "530, '', 530, the mail server refused our login, TOKEN_INVALID"
    })
    void takes_5xx_for_no(int code, String enhanced, String failure, String explanation, BlockedReason blocks) {
        var refused = (SendOutcome.Refused) send(new ScriptedSmtp().answers(code, enhanced));

        assertThat(refused.reason().code()).isEqualTo(failure);
        assertThat(refused.reason().explanation()).isEqualTo(explanation);
        assertThat(refused.blocks()).isEqualTo(Optional.ofNullable(blocks));
    }

    @Test
    void takes_4xx_for_later() {
        var deferred = (SendOutcome.Deferred) send(new ScriptedSmtp().answers(451, "4.7.1"));

        assertThat(deferred.retryAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(deferred.reason().code()).isEqualTo("4.7.1");
    }

    @Test
    void defers_what_never_left() {
        assertThat(send(new ScriptedSmtp().refusesConnections())).isInstanceOf(SendOutcome.Deferred.class);
    }

    @Test
    void leaves_open_what_may_have_arrived() {
        assertThat(send(new ScriptedSmtp().breaksOff())).isInstanceOf(SendOutcome.Unconfirmed.class);
        assertThat(send(new ScriptedSmtp().fails(new IOException("time-out"))))
                .isInstanceOf(SendOutcome.Unconfirmed.class);
        assertThat(send(new ScriptedSmtp().answers(354, ""))).isInstanceOf(SendOutcome.Unconfirmed.class);
    }

    @Test
    void writes_the_same_mail_for_a_second_attempt() {
        send(
                reply(new Part.Html("<p>x</p>", "x"), new Part.Media(MediaKind.FILE, 0, Optional.empty())),
                List.of(picture("a", "a/b")));
        send(
                reply(new Part.Html("<p>x</p>", "x"), new Part.Media(MediaKind.FILE, 0, Optional.empty())),
                List.of(picture("a", "a/b")));

        assertThat(smtp.sent().get(1).message()).isEqualTo(smtp.sent().get(0).message());
    }

    @Test
    void names_the_conversation_by_the_mail_it_sent() {
        assertThat(sender().threadKeys(NATIVE_ID)).containsExactly(new ThreadKey("eml:" + NATIVE_ID));
    }

    private SendOutcome send(ScriptedSmtp server) {
        var message = new OutboundMessage(ID, new ReturnAddress(returnAddress()), text("x"), List.of());
        return new EmailSender(server, new MailComposer(CLOCK)).send(message, Fixture.connection(), Fixture.secrets());
    }

    private SendOutcome send(OutboundMessage.Content content) {
        var message = new OutboundMessage(ID, new ReturnAddress(returnAddress()), content, List.of());
        return sender().send(message, Fixture.connection(), Fixture.secrets());
    }

    private SendOutcome send(OutboundMessage.Reply reply, List<OutboundMessage.File> files) {
        var message = new OutboundMessage(ID, new ReturnAddress(returnAddress()), reply, files);
        return sender().send(message, Fixture.connection(), Fixture.secrets());
    }

    private SendOutcome send(OutboundMessage.Reply reply, Map<String, String> address, Map<String, String> settings) {
        var message = new OutboundMessage(ID, new ReturnAddress(address), reply, List.of());
        return sender().send(message, Fixture.connection(settings), Fixture.secrets());
    }

    private EmailSender sender() {
        return new EmailSender(smtp, new MailComposer(CLOCK));
    }

    private static OutboundMessage.Reply text(String text) {
        return OutboundMessage.Reply.text(text);
    }

    private static OutboundMessage.Reply reply(Part... parts) {
        return new OutboundMessage.Reply(List.of(parts), Optional.empty(), Optional.empty(), List.of());
    }

    private static OutboundMessage.File picture(String name, String type) {
        return new OutboundMessage.File(name, type, Body.ofText("bytes"));
    }

    /** As the translation of a customer's mail leaves it. */
    private static Map<String, String> returnAddress() {
        return Fixture.message("""
                        From: Maja Lindqvist <maja@mailhost.example>
                        Message-ID: <q2@mailhost.example>
                        In-Reply-To: <q1@mailhost.example>
                        Subject: Where is parcel 4711?

                        x
                        """).returnAddress().fields();
    }

    private byte[] bytes() {
        return smtp.sent().getLast().message().bytes();
    }

    private long longestLine() {
        return new String(bytes(), StandardCharsets.ISO_8859_1)
                .lines()
                .mapToInt(String::length)
                .max()
                .orElseThrow();
    }

    /** As another program reads it. */
    private MimeMessage mail() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes()));
    }

    private String header(String name) throws MessagingException {
        return mail().getHeader(name, null).replaceAll("\r\n\\s+", " ");
    }
}
