package io.switchboard.connector.email.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.connector.Body;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.email.Fixture;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of what we send, as another program reads it. */
class OutgoingMailTest {

    private static final String TO_ALL = "all";

    private final ScriptedSmtp smtp = new ScriptedSmtp().answers(250, "2.0.0");

    @Test
    void nests_words_pictures_and_files_as_mail_programs_expect() throws Exception {
        var html = new Part.Html("<p>See <img src=\"cid:lamp%40x\"></p>", "See");
        send(
                reply(html, new Part.Media(MediaKind.FILE, 1, Optional.empty())),
                List.of(picture("lamp@x"), new OutboundMessage.File("a.pdf", "application/pdf", Body.ofText("%PDF"))));

        assertThat(structure())
                .isEqualTo("mixed(alternative(text/plain, related(text/html, image/png)), application/pdf)");
        var related = (MimeMultipart)
                ((MimeMultipart) part(mail(), 0).getContent()).getBodyPart(1).getContent();
        assertThat(related.getContentType()).contains("type=\"text/html\"");
        var shown = (MimeBodyPart) related.getBodyPart(1);
        assertThat(shown.getContentID()).isEqualTo("<lamp@x>");
        assertThat(shown.getDisposition()).isEqualTo("inline");
    }

    @Test
    void shows_a_picture_whether_or_not_a_part_names_it() throws Exception {
        var html = new Part.Html("<img src=cid:lamp@x>", "");
        send(reply(html, new Part.Media(MediaKind.IMAGE, 0, Optional.empty())), List.of(picture("lamp@x")));

        assertThat(structure()).isEqualTo("related(text/html, image/png)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other@x", "a b@x", "x>\r\nBcc: evil@x"})
    void attaches_a_picture_that_the_html_cannot_show(String contentId) throws Exception {
        var html = new Part.Html("<p>x</p><img src='cid:lamp@x'>", "x");
        send(reply(html, new Part.Media(MediaKind.IMAGE, 0, Optional.empty())), List.of(picture(contentId)));

        assertThat(structure()).isEqualTo("mixed(alternative(text/plain, text/html), image/png)");
        assertThat(text()).doesNotContain("Content-ID");
    }

    @Test
    void writes_the_plain_twin_that_html_came_without() throws Exception {
        send(reply(new Part.Html("<p>One</p><ul><li>two</li></ul>", "")), List.of());

        assertThat(structure()).isEqualTo("alternative(text/plain, text/html)");
        assertThat(part(mail(), 0).getContent().toString()).isEqualTo("One\r\n\r\n- two\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Hello, 7bit",
        "a rather long line that has more than the seventy-eight characters that lines in mail should have, quoted-printable",
        "ends in a blank |goes on, quoted-printable",
        "It is Grüße and so on in a sentence, quoted-printable",
        "Привет мир, base64",
        "配達はいつですか, base64"
    })
    void encodes_a_text_by_what_is_in_it(String words, String encoding) throws Exception {
        var text = words.replace("|", "\r\n");
        send(reply(new Part.Text(text)), List.of());

        assertThat(mail().getEncoding()).isEqualTo(encoding);
        assertThat(mail().getContent().toString().strip()).isEqualTo(text.strip());
    }

    @Test
    void has_no_long_line_whatever_was_written() throws Exception {
        var endless = "word".repeat(5_000);
        var name = "ü".repeat(3_000) + ".pdf";
        var settings = new TreeMap<>(Fixture.connection().settings());
        settings.put("from_name", "Ä".repeat(2_000));
        var file = new OutboundMessage.File(name, "application/pdf", Body.ofText("%PDF"));
        var parts = List.<Part>of(
                new Part.Text(endless + "\n" + "ü".repeat(3_000)),
                new Part.Html("<p>" + endless + "</p>", endless),
                new Part.Media(MediaKind.FILE, 0, Optional.empty()));
        var subject = Optional.of("ß".repeat(5_000));
        send(new OutboundMessage.Reply(parts, subject, Optional.empty(), List.of()), List.of(file), to(), settings);

        assertThat(text().lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(78);
        assertThat(part(mail(), 1).getFileName()).isEqualTo("ü".repeat(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice.pdf", "Rückschein – März.pdf", "請求書.pdf", "a \"quoted\"; name.pdf", "100 %.pdf"})
    void names_a_file_for_new_programs_and_for_old_ones(String name) throws Exception {
        var file = new OutboundMessage.File(name, "application/pdf", Body.ofText("%PDF"));
        send(reply(new Part.Media(MediaKind.FILE, 0, Optional.empty())), List.of(file));

        assertThat(part(mail(), 0).getFileName()).isEqualTo(name);
        var type = new jakarta.mail.internet.ContentType(part(mail(), 0).getContentType());
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(type.getParameter("name")))
                .isEqualTo(name);
    }

    @Test
    void says_so_when_no_person_wrote_it() throws Exception {
        send(OutboundMessage.Reply.text("We are back on Monday.").byRule(), List.of());

        assertThat(mail().getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(mail().getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail().getHeader("Precedence")).isNull();
        send(OutboundMessage.Reply.text("I am back."), List.of());
        assertThat(mail().getHeader("Auto-Submitted")).isNull();
        assertThat(mail().getHeader("X-Auto-Response-Suppress")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noreply@x.example",
                "No-Reply@x.example",
                "do_not_reply+77@x.example",
                "orders.no-reply@x.example",
                "mailer-daemon@x.example",
                "owner-lamps@x.example",
                "lamps-request@x.example"
            })
    void lets_a_rule_answer_no_machine(String address) {
        var automatic = OutboundMessage.Reply.text("x").byRule();

        assertThat(send(automatic, List.of(), Map.of("to", address), Map.of()))
                .isEqualTo(SendOutcome.refused("automatic", "a machine would get the automatic answer"));
        assertThat(smtp.sent()).isEmpty();
        assertThat(send(OutboundMessage.Reply.text("x"), List.of(), Map.of("to", address), settings("customer")))
                .isInstanceOf(SendOutcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"norbert@x.example", "replyto@x.example", "postmann@x.example", "owner@x.example"})
    void lets_a_rule_answer_people(String address) {
        assertThat(send(OutboundMessage.Reply.text("x").byRule(), List.of(), Map.of("to", address), settings("")))
                .isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void copies_nobody_by_default() {
        send(OutboundMessage.Reply.text("x"), List.of(), copied(), settings("customer"));

        assertThat(smtp.sent().getFirst().recipients()).containsExactly("ann@b.example");
    }

    @Test
    void copies_whom_the_customer_copied_when_told_to() throws Exception {
        send(OutboundMessage.Reply.text("x"), List.of(), copied(), settings(TO_ALL));

        assertThat(smtp.sent().getFirst().recipients())
                .containsExactly("ann@b.example", "bo@b.example", "cy@c.example");
        assertThat(mail().getHeader("To", ",")).isEqualTo("Ann <ann@b.example>");
        assertThat(mail().getHeader("Cc", ",").replaceAll("\\s+", " ")).isEqualTo("bo@b.example, cy@c.example");
    }

    @Test
    void copies_nobody_on_what_a_rule_says() {
        send(OutboundMessage.Reply.text("x").byRule(), List.of(), copied(), settings(TO_ALL));

        assertThat(smtp.sent().getFirst().recipients()).containsExactly("ann@b.example");
    }

    @Test
    void answers_the_customer_alone_when_a_copy_keeps_the_mail_back() throws Exception {
        var server = new ScriptedSmtp().answers(550, "5.1.1").answers(250, "2.0.0");
        var message = new OutboundMessage(
                MessageId.parse("3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516"),
                new ReturnAddress(copied()),
                OutboundMessage.Reply.text("x"),
                List.of());

        assertThat(sender(server).send(message, Fixture.connection(settings(TO_ALL)), Fixture.secrets()))
                .isInstanceOf(SendOutcome.Accepted.class);
        assertThat(server.sent()).hasSize(2);
        assertThat(server.sent().getLast().recipients()).containsExactly("ann@b.example");
        assertThat(read(server.sent().getLast().message()).getHeader("Cc")).isNull();
    }

    @Test
    void tries_no_second_time_when_the_login_was_refused_or_nothing_is_sure() {
        var message = new OutboundMessage(
                MessageId.parse("3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516"),
                new ReturnAddress(copied()),
                OutboundMessage.Reply.text("x"),
                List.of());

        for (var server : List.of(
                new ScriptedSmtp().answers(535, "5.7.8"),
                new ScriptedSmtp().answers(451, "4.7.1"),
                new ScriptedSmtp().breaksOff())) {
            sender(server).send(message, Fixture.connection(settings(TO_ALL)), Fixture.secrets());
            assertThat(server.sent()).hasSize(1);
        }
    }

    @Test
    void writes_to_an_address_in_other_letters() throws Exception {
        send(
                OutboundMessage.Reply.text("x"),
                List.of(),
                Map.of("to", "jörg@bücher.example", "to_name", "Jörg"),
                settings(""));

        assertThat(smtp.sent().getFirst().recipients()).containsExactly("jörg@xn--bcher-kva.example");
        assertThat(new String(smtp.sent().getFirst().message().bytes(), StandardCharsets.UTF_8))
                .contains("<jörg@xn--bcher-kva.example>");
    }

    @Test
    void says_which_server_cannot_do_that() {
        var message = new OutboundMessage(
                MessageId.parse("3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516"),
                new ReturnAddress(Map.of("to", "jörg@x.example")),
                OutboundMessage.Reply.text("x"),
                List.of());
        var server = new ScriptedSmtp().answers(553, "5.6.7");

        var refused = (SendOutcome.Refused) sender(server).send(message, Fixture.connection(), Fixture.secrets());

        assertThat(refused.reason().explanation())
                .isEqualTo("the mail server cannot write to an address with other letters than a to z");
    }

    private static OutboundMessage.Reply reply(Part... parts) {
        return new OutboundMessage.Reply(List.of(parts), Optional.empty(), Optional.empty(), List.of());
    }

    private static OutboundMessage.File picture(String contentId) {
        return new OutboundMessage.File("lamp.png", "image/png", Body.ofText("png"), Optional.of(contentId));
    }

    private static Map<String, String> to() {
        return Map.of("to", "maja@mailhost.example", "subject", "Re: lamp");
    }

    /** As the translation of a mail to us and others leaves it. */
    private static Map<String, String> copied() {
        return Fixture.message("""
                From: Ann <ann@b.example>
                To: Support <support@nordlicht.example>, Bo <bo@b.example>, support+x1@nordlicht.example
                Cc: Cy <cy@c.example>, BO@b.example, noreply@c.example, ann@b.example, group@lists.example, nobody
                Delivered-To: group@lists.example
                Message-ID: <q@b.example>

                x
                """).returnAddress().fields();
    }

    private static Map<String, String> settings(String replyToAll) {
        var settings = new TreeMap<>(Fixture.connection().settings());
        settings.put("reply_to_all", replyToAll);
        return settings;
    }

    private SendOutcome send(OutboundMessage.Reply reply, List<OutboundMessage.File> files) {
        return send(reply, files, to(), Fixture.connection().settings());
    }

    private SendOutcome send(
            OutboundMessage.Reply reply,
            List<OutboundMessage.File> files,
            Map<String, String> address,
            Map<String, String> settings) {
        var id = MessageId.parse("3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516");
        var message = new OutboundMessage(id, new ReturnAddress(address), reply, files);
        return sender(smtp).send(message, Fixture.connection(settings), Fixture.secrets());
    }

    private static EmailSender sender(ScriptedSmtp server) {
        return new EmailSender(server, new MailComposer(Clock.fixed(Fixture.RECEIVED_AT, ZoneOffset.UTC)));
    }

    private String text() {
        return new String(smtp.sent().getLast().message().bytes(), StandardCharsets.ISO_8859_1);
    }

    private MimeMessage mail() throws MessagingException {
        return read(smtp.sent().getLast().message());
    }

    private static MimeMessage read(Body mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
    }

    private static MimeBodyPart part(jakarta.mail.Part whole, int index) throws MessagingException, IOException {
        return (MimeBodyPart) ((MimeMultipart) whole.getContent()).getBodyPart(index);
    }

    private String structure() throws MessagingException, IOException {
        return structure(mail());
    }

    private static String structure(jakarta.mail.Part part) throws MessagingException, IOException {
        var type = new jakarta.mail.internet.ContentType(part.getContentType());
        if (!(part.getContent() instanceof MimeMultipart multipart)) {
            return type.getBaseType();
        }
        var inside = new ArrayList<String>();
        for (var i = 0; i < multipart.getCount(); i++) {
            inside.add(structure(multipart.getBodyPart(i)));
        }
        return type.getSubType() + "(" + String.join(", ", inside) + ")";
    }
}
