package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.RecipientRole;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.FetchOutcome.Fetched;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.email.text.Charsets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mails in the posts of SendGrid, Mailgun and Postmark. */
class InboundPostsTest {

    private static final String HEADERS = "From: Tom <tom@phone.example>\nTo: support@nordlicht.example\n"
            + "Date: Sun, 01 Mar 2026 11:59:00 +0000\nMessage-ID: <t-1@phone.example>\nSubject: Lamp\n";

    /** Each field is in its own character set, and the platform says in which. */
    @ParameterizedTest
    @CsvSource({
        "windows-1252, Größe 5 €",
        "iso-8859-2, łódź",
        "shift_jis, 日本国",
        "gb2312, 日本国",
        "koi8-r, Здравствуйте",
        "UTF-8, łódź 日本国"
    })
    void reads_sendgrids_texts_in_their_charsets(String charset, String text) {
        var bytes = text.getBytes(Charsets.named(charset).orElseThrow());
        var post = new PostedForm()
                .field("charsets", "{\"text\":\"" + charset + "\",\"subject\":\"" + charset + "\"}")
                .field("from", "tom@phone.example")
                .field("subject", bytes)
                .field("text", bytes)
                .post();

        var message = Fixture.message("sendgrid", post);

        assertThat(message.subject()).contains(text);
        assertThat(plain(message)).isEqualTo(text);
    }

    @Test
    void finds_bytes_that_are_not_in_the_declared_charset() {
        var post = new PostedForm()
                .field("from", "tom@phone.example")
                .field("text", "Größe".getBytes(StandardCharsets.ISO_8859_1))
                .field("charsets", "{\"text\":\"x-klingon\"}")
                .post();

        assertThat(plain(Fixture.message("sendgrid", post))).isEqualTo("Größe");
    }

    /** A bounce has it, so that nobody answers. */
    @ParameterizedTest
    @CsvSource({"'', false", "tom@phone.example, true"})
    void knows_the_null_return_path_of_the_envelope(String from, boolean answerable) {
        var sendGrid = new PostedForm()
                .field("headers", HEADERS)
                .field("text", "Hello")
                .field("envelope", "{\"to\":[\"support@nordlicht.example\"],\"from\":\"" + from + "\"}");
        var mailgun = new PostedForm()
                .field("from", "Tom <tom@phone.example>")
                .field("body-plain", "Hello")
                .field("sender", from);
        var postmark = json("{\"From\":\"tom@phone.example\",\"TextBody\":\"Hello\","
                + "\"Headers\":[{\"Name\":\"Return-Path\",\"Value\":\"<" + from + ">\"}]}");

        assertThat(List.of(
                        Fixture.message("sendgrid", sendGrid.post()),
                        Fixture.message("mailgun", mailgun.post()),
                        Fixture.message("postmark", postmark)))
                .allSatisfy(message -> {
                    assertThat(message.replyCapability().freeForm()).isEqualTo(answerable);
                    assertThat(message.flags().contains(MessageFlag.AUTO_GENERATED))
                            .isNotEqualTo(answerable);
                });
    }

    @Test
    void tells_where_the_mail_was_delivered() {
        var post = new PostedForm()
                .field("headers", HEADERS)
                .field("text", "Hello")
                .field(
                        "envelope",
                        "{\"to\":[\"lamps@in.example\",\"bulbs@in.example\"],\"from\":\"tom@phone.example\"}")
                .post();

        assertThat(Fixture.message("sendgrid", post).recipients())
                .filteredOn(recipient -> recipient.role() == RecipientRole.DELIVERED_TO)
                .extracting(recipient -> recipient.party().address().orElseThrow())
                .containsExactly("lamps@in.example", "bulbs@in.example");
    }

    /** The platform may write the same post anew, fields in another order and other Received fields on top. */
    @ParameterizedTest
    @ValueSource(strings = {"sendgrid", "mailgun"})
    void gives_a_mail_one_key_however_its_post_is_written(String provider) {
        var names = provider.equals("sendgrid")
                ? List.of("text", "html", "attachment1", "attachment2")
                : List.of("body-plain", "body-html", "attachment-1", "attachment-2");
        var first = new PostedForm("one")
                .field("Received", "by a")
                .field("headers", "Received: by a\n" + HEADERS)
                .field("from", "Tom <tom@phone.example>")
                .field(names.get(0), "Hello")
                .field(names.get(1), "<p>Hello</p>")
                .file(names.get(2), "a.txt", "text/plain", new byte[] {'a', '\r'})
                .file(names.get(3), "b.txt", "text/plain", new byte[] {'b'});
        var second = new PostedForm("two")
                .file(names.get(3), "b.txt", "text/plain", new byte[] {'b'})
                .field(names.get(1), "<p>Hello</p>")
                .field("headers", "Received: by b\nX-Further: 1\n" + HEADERS)
                .file(names.get(2), "a.txt", "text/plain", new byte[] {'a', '\r'})
                .field("from", "Tom <tom@phone.example>")
                .field(names.get(0), "Hello");
        var other = new PostedForm("one")
                .field("headers", HEADERS)
                .field("from", "Tom <tom@phone.example>")
                .field(names.get(0), "Hello")
                .field(names.get(1), "<p>Hello</p>")
                .file(names.get(2), "a.txt", "text/plain", new byte[] {'A', '\r'})
                .file(names.get(3), "b.txt", "text/plain", new byte[] {'b'});

        var message = Fixture.message(provider, first.post());

        assertThat(Fixture.message(provider, second.post()).fingerprint()).isEqualTo(message.fingerprint());
        assertThat(Fixture.message(provider, other.post()).fingerprint()).isNotEqualTo(message.fingerprint());
    }

    @Test
    void fetches_the_files_of_every_kind_of_post() {
        var sendGrid = new PostedForm()
                .field("headers", HEADERS)
                .file("attachment1", "a.pdf", "application/pdf", new byte[] {1, 2, '\r'})
                .post();
        var mailgun = new PostedForm()
                .field("from", "tom@phone.example")
                .field("body-plain", "see")
                .file("attachment-1", "a.pdf", "application/pdf", new byte[] {1, 2, '\r'})
                .post();
        var postmark = json("{\"From\":\"tom@phone.example\",\"Attachments\":"
                + "[{\"Name\":\"a.pdf\",\"ContentType\":\"application\\/pdf\",\"Content\":\"AQIN\"}]}");
        var raw = new PostedForm()
                .field(
                        "email",
                        HEADERS + "Content-Type: application/pdf; name=a.pdf\n"
                                + "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAQIN\n")
                .post();

        assertThat(fetched("sendgrid", sendGrid)).containsExactly(1, 2, '\r');
        assertThat(fetched("mailgun", mailgun)).containsExactly(1, 2, '\r');
        assertThat(fetched("postmark", postmark)).containsExactly(1, 2, '\r');
        assertThat(fetched("sendgrid", raw)).containsExactly(1, 2, '\r');
    }

    @Test
    void finds_no_file_in_what_is_no_mail() {
        var outcome = new EmailAttachments().fetch("2", json("{}"), 10, Fixture.connectionOf("postmark"), Secrets.NONE);

        assertThat(outcome).isInstanceOf(FetchOutcome.Gone.class);
    }

    @Test
    void numbers_files_as_the_platform_does_and_not_as_the_form_lists_them() {
        var post = new PostedForm().field("headers", HEADERS).field("text", "see");
        for (var number : List.of(10, 2, 1)) {
            post.file("attachment" + number, number + ".txt", "text/plain", new byte[] {1});
        }

        assertThat(Fixture.message("sendgrid", post.post()).attachments())
                .extracting(file -> file.fileName().orElseThrow())
                .containsExactly("1.txt", "2.txt", "10.txt");
    }

    /** The name and content id may stand in a neighbour only. */
    @Test
    void takes_what_sendgrid_says_of_a_file_elsewhere() {
        var post = new PostedForm()
                .field("headers", HEADERS)
                .field("html", "<img src=\"cid:pic-1\">")
                .field("attachment1", "GIF89a")
                .field(
                        "attachment-info",
                        "{\"attachment1\":{\"name\":\"pic.gif\",\"type\":\"image/gif\",\"content-id\":\"pic-1\"}}")
                .post();

        assertThat(Fixture.message("sendgrid", post).attachments())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.fileName()).contains("pic.gif");
                    assertThat(file.declaredType()).contains("image/gif");
                    assertThat(file.inline()).isTrue();
                });
    }

    @Test
    void says_that_a_file_was_announced_and_is_not_there() {
        var post = new PostedForm()
                .field("headers", HEADERS)
                .field("text", "see")
                .field("attachments", "3")
                .post();

        assertThat(Fixture.message("sendgrid", post).email().orElseThrow().decodingWarnings())
                .contains("the post announces 3 files and has 0");
    }

    /** Quoted, so that a name with a comma and an address in it is one name. */
    @Test
    void reads_postmarks_names_as_names() {
        var post = json(
                "{\"FromFull\":{\"Name\":\"Tom, <boss@shop.example> \\\"T\\\" \\\\\",\"Email\":\"tom@phone.example\"},"
                        + "\"TextBody\":\"Hello\"}");

        var party = Fixture.message("postmark", post).author().party();

        assertThat(party.address()).contains("tom@phone.example");
        assertThat(party.displayName()).contains("Tom, <boss@shop.example> \"T\" \\");
    }

    @Test
    void knows_a_mail_by_its_own_message_id_and_not_by_postmarks() {
        var post = json("{\"From\":\"tom@phone.example\",\"MessageID\":\"0b6f3a52-9c1d-4e7a-8f21-7d5e4c3b2a10\","
                + "\"Headers\":[{\"Name\":\"Message-ID\",\"Value\":\"<t-1@phone.example>\"}],\"TextBody\":\"Hello\"}");

        var message = Fixture.message("postmark", post);

        assertThat(message.nativeId()).isEqualTo("t-1@phone.example");
        assertThat(message.ext()).containsEntry("postmark.message_id", "0b6f3a52-9c1d-4e7a-8f21-7d5e4c3b2a10");
    }

    @Test
    void takes_mailguns_header_out_of_the_form_when_its_list_is_broken() {
        var post = new PostedForm()
                .field("message-headers", "[[\"From\"")
                .field("From", "Tom <tom@phone.example>")
                .field("Date", "Sun, 01 Mar 2026 11:59:00 +0000")
                .field("Message-Id", "<t-1@phone.example>")
                .field("body-plain", "Hello")
                .post();

        var message = Fixture.message("mailgun", post);

        assertThat(message.nativeId()).isEqualTo("t-1@phone.example");
        assertThat(message.occurredAt().at()).isEqualTo(Instant.parse("2026-03-01T11:59:00Z"));
    }

    /** What Mailgun strips may be what the customer wrote. */
    @Test
    void shows_mailguns_whole_text_and_the_stripped_one_only_alone() {
        var whole = new PostedForm()
                .field("from", "tom@phone.example")
                .field("body-plain", "Yes\n> really?")
                .field("stripped-text", "Yes");
        var alone = new PostedForm().field("from", "tom@phone.example").field("stripped-text", "Yes");

        assertThat(plain(Fixture.message("mailgun", whole.post()))).isEqualTo("Yes\n> really?");
        assertThat(plain(Fixture.message("mailgun", alone.post()))).isEqualTo("Yes");
    }

    private static Delivery json(String json) {
        return Fixture.post("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(InboundMessage message) {
        return message.content().stream()
                .filter(Part.Text.class::isInstance)
                .map(Part::fallbackText)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] fetched(String provider, Delivery post) {
        var file = Fixture.message(provider, post).attachments().stream()
                .map(MediaReference::providerMediaId)
                .findFirst()
                .orElseThrow();
        var outcome = new EmailAttachments().fetch(file, post, 10, Fixture.connectionOf(provider), Secrets.NONE);
        return ((Fetched) outcome).content().bytes();
    }
}
