package io.switchboard.connector.email.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Precision;
import io.switchboard.canonical.RecipientRole;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.connector.Headers;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.email.content.ContentReader;
import io.switchboard.connector.email.content.Html;
import io.switchboard.connector.email.mime.AddressList;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTranslatorTest {

    private static final String FROM =
            "From: Ann <ann@b.example>\nMessage-ID: <a@b>\nDate: Mon, 2 Feb 2026 10:00:00 +0100\n";

    @ParameterizedTest
    @ValueSource(strings = {"<>", ""})
    void offers_no_answer_to_the_null_return_path_of_the_envelope(String sender) {
        var message = byEnvelope(sender, FROM + "\nx");

        assertThat(message.replyCapability()).isEqualTo(ReplyCapability.NONE);
        assertThat(message.returnAddress().fields()).isEmpty();
        assertThat(message.flags()).contains(MessageFlag.AUTO_GENERATED);
    }

    @Test
    void believes_the_envelope_before_the_header() {
        var message = byEnvelope("ann@b.example", FROM + "Return-Path: <>\n\nx");

        assertThat(message.replyCapability()).isEqualTo(ReplyCapability.UNLIMITED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: MAILER-DAEMON@mx.example",
                "From: Postmaster <postmaster@mx.example>",
                "From: <MAILER-DAEMON>",
                "From: Nordlicht <support@nordlicht.example>",
                "From: nobody in particular",
                "X-Failed-Recipients: x@y.example\nFrom: a@b"
            })
    void offers_no_answer_where_nobody_reads_it(String sender) {
        assertThat(Fixture.message(sender + "\n\nx").replyCapability()).isEqualTo(ReplyCapability.NONE);
    }

    @Test
    void answers_to_reply_to_and_still_names_who_wrote() {
        var message = Fixture.message(FROM + "Reply-To: Office <office@b.example>\n\nx");

        assertThat(message.author().party().address()).hasValue("ann@b.example");
        assertThat(message.returnAddress().fields()).containsEntry("to", "office@b.example");
    }

    @Test
    void names_the_customer_of_the_merchants_own_form() {
        var message = Fixture.message("From: Form <SUPPORT@nordlicht.example>\nReply-To: Ann <ann@b.example>\n\nx");

        assertThat(message.author().party().address()).hasValue("ann@b.example");
        assertThat(message.returnAddress().fields()).containsEntry("to", "ann@b.example");
    }

    @Test
    void falls_back_from_a_missing_from_to_sender_and_return_path() {
        assertThat(author("Sender: Ann <ann@b.example>\n\nx")).isEqualTo("ann@b.example");
        assertThat(author("Return-Path: <ann@b.example>\n\nx")).isEqualTo("ann@b.example");
        assertThat(Fixture.message("Subject: x\n\nx").author().party().identities())
                .isEmpty();
    }

    @Test
    void knows_people_by_their_address_in_lower_case_and_shows_it_as_they_write_it() {
        var party = Fixture.message("From: Ann <Ann@B.Example>\n\nx").author().party();

        assertThat(party.identities()).singleElement().satisfies(identity -> {
            assertThat(identity.scheme()).isEqualTo("email");
            assertThat(identity.scope()).isEmpty();
            assertThat(identity.value()).isEqualTo("ann@b.example");
        });
        assertThat(party.address()).hasValue("Ann@B.Example");
        assertThat(party.displayName()).hasValue("Ann");
    }

    @Test
    void lists_recipients_of_header_and_envelope() {
        var mail = FROM
                + "To: a@x, Bo <b@x>\nCc: c@x\nBcc: d@x\nReply-To: e@x\nDelivered-To: f@x\nX-Original-To: f@x\n\nx";
        var envelope = Headers.of(Map.of("envelope-to", List.of("g@x")));
        var message = message(mail, envelope);

        assertThat(message.recipients())
                .extracting(recipient ->
                        recipient.role() + " " + recipient.party().address().orElse("-"))
                .containsExactly(
                        "TO a@x",
                        "TO b@x",
                        "CC c@x",
                        "BCC d@x",
                        "REPLY_TO e@x",
                        "DELIVERED_TO f@x",
                        "DELIVERED_TO g@x");
        assertThat(message.recipients().get(1).role()).isEqualTo(RecipientRole.TO);
        assertThat(message.recipients().get(1).party().displayName()).hasValue("Bo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mon, 2 Feb 2026 10:00:00 +0100     | 2026-02-02T09:00:00Z
                    2 Feb 26 10:00 GMT                 | 2026-02-02T10:00:00Z
                    Mon, 02 Feb 2026 10:00:00 EST      | 2026-02-02T15:00:00Z
                    Mon, 2 Feb 2026 10:00:00 -0000 (x) | 2026-02-02T10:00:00Z
                    2-Feb-2026 10:00:00 +0000          | 2026-02-02T10:00:00Z
                    """)
    void reads_the_date_as_it_is_written(String date, Instant at) {
        var occurredAt = Fixture.message("From: a@b\nDate: " + date + "\n\nx").occurredAt();

        assertThat(occurredAt.at()).isEqualTo(at);
        assertThat(occurredAt.precision()).isEqualTo(Precision.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Date:\n",
                "Date: yesterday\n",
                "Date: Mon, 2 Feb 3026 10:00:00 +0000\n",
                "Date: 1 Jan 1904 00:00:00 +0000\n"
            })
    void takes_the_time_of_arrival_for_a_date_that_is_none(String field) {
        var occurredAt = Fixture.message("From: a@b\n" + field + "\nx").occurredAt();

        assertThat(occurredAt.at()).isEqualTo(Fixture.RECEIVED_AT);
        assertThat(occurredAt.precision()).isEqualTo(Precision.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "lamp,Re: lamp",
        "Re: lamp,Re: lamp",
        "AW: lamp,AW: lamp",
        "SV[2]: lamp,SV[2]: lamp",
        "Fwd: lamp,Re: Fwd: lamp",
        "'',Re:"
    })
    void answers_under_the_subject(String subject, String answer) {
        assertThat(Fixture.message(FROM + "Subject: " + subject + "\n\nx")
                        .returnAddress()
                        .fields())
                .containsEntry("subject", answer);
    }

    @Test
    void remembers_the_conversation_for_the_answer() {
        var fields = Fixture.message(FROM + "References: <r1@x> <r2@x>\nIn-Reply-To: <r2@x>\n\nx")
                .returnAddress()
                .fields();

        assertThat(fields)
                .containsEntry("message_id", "a@b")
                .containsEntry("references", "r1@x r2@x a@b")
                .containsEntry("from", Fixture.ACCOUNT);
    }

    @Test
    void never_tells_others_an_id_we_made_up() {
        var fields = Fixture.message("From: ann@b.example\n\nx").returnAddress().fields();

        assertThat(fields).doesNotContainKey("message_id").containsEntry("references", "");
    }

    @Test
    void ignores_a_copy_of_an_answer_of_ours() {
        var copy =
                "From: support@nordlicht.example\nMessage-ID: <3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516@nordlicht.example>\n\nx";

        assertThat(Fixture.translate(bytes(copy)).events()).isEmpty();
        assertThat(Fixture.translate(bytes(copy)).ignored()).hasSize(1);
        assertThat(Fixture.translate(bytes(copy.replace("support@", "ann@"))).events())
                .hasSize(1);
        assertThat(Fixture.translate(bytes(copy.replace("3f1d2c4b", "order"))).events())
                .hasSize(1);
    }

    @Test
    void keeps_the_order_of_texts_and_files() {
        var message = Fixture.message(
                FROM + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nbefore\n--x\n"
                        + "Content-Type: application/pdf\nContent-Disposition: inline; filename=a.pdf\n\n%PDF\n--x\n\nafter\n--x--\n");

        assertThat(message.content()).extracting(Part::fallbackText).containsExactly("before", "[file]", "after");
        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).hasValue("a.pdf");
            assertThat(file.inline()).isTrue();
            assertThat(file.size()).hasValue(4L);
        });
    }

    @Test
    void shows_a_picture_of_the_text_once() {
        var message =
                Fixture.message(FROM + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n"
                        + "<img src='cid:a@b'>\n--x\nContent-Type: image/png\nContent-ID: <a@b>\n\npng\n--x\n"
                        + "Content-Type: image/png\nContent-ID: <other@b>\n\npng\n--x--\n");

        assertThat(message.content()).hasSize(2);
        assertThat(message.attachments()).extracting(MediaReference::inline).containsExactly(true, false);
        assertThat(message.content().getLast())
                .isInstanceOfSatisfying(
                        Part.Media.class,
                        media -> assertThat(media.attachment()).isEqualTo(1));
    }

    @Test
    void cuts_an_endless_text_and_attaches_the_whole() {
        var message = Fixture.message(FROM + "\n" + "All work and no play.\n".repeat(20_000));

        assertThat(message.content().getFirst().fallbackText()).hasSize(ContentReader.MAX_TEXT);
        assertThat(message.flags()).contains(MessageFlag.TRUNCATED);
        assertThat(message.attachments())
                .singleElement()
                .satisfies(whole -> assertThat(whole.size()).hasValue(440_000L));
        assertThat(warnings(message)).containsExactly("part 1 is a long text and was cut, the whole is attached");
    }

    @Test
    @Timeout(10)
    void survives_a_to_field_of_thousands_of_encoded_words() {
        var message = Fixture.message(
                FROM + "To: " + "=?utf-8?Q?Na=C3=AFve_Person?= <x@y.example>,\n ".repeat(3_000) + "z@y\n\nx");

        assertThat(message.recipients()).hasSizeBetween(1, AddressList.MAX_MAILBOXES);
        assertThat(message.flags()).contains(MessageFlag.TRUNCATED);
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"\r", "\n", " ", "=\n", "<", ">", "--x\n", "&", "<div>", "a:\n", "=?", "\u0000", "\u00ff"})
    void takes_time_in_proportion_to_the_length(String piece) {
        var noise = piece.repeat(1_000_000 / piece.length());

        for (var type : List.of(
                "text/plain; format=flowed",
                "text/html",
                "text/calendar",
                "multipart/mixed; boundary=x",
                "message/rfc822")) {
            var mail = FROM + "Content-Transfer-Encoding: quoted-printable\nContent-Type: " + type + "\n\n" + noise;
            assertThat(Fixture.message(mail).content()).isNotEmpty();
        }
        assertThat(Fixture.translate(bytes("X" + noise)).events()).hasSize(1);
    }

    @Test
    void has_no_character_that_a_store_refuses() {
        var message = Fixture.message(
                "From: \"A\u0000nn\u0007\" <ann@b.example>\nSubject: a\u0000b\nContent-Type: text/plain; charset=utf-8\n\n"
                        + "x\u0000y\u001bz");

        assertThat(message.author().party().displayName()).hasValue("Ann");
        assertThat(message.subject()).hasValue("ab");
        assertThat(message.content().getFirst().fallbackText()).isEqualTo("xyz");
    }

    @Test
    void prints_nothing_of_what_it_read() {
        var mail = Mail.read(bytes(FROM + "Subject: secret\n\nsecret"), new Repairs());

        assertThat(List.of(mail, mail.root(), mail.header(), mail.mailboxes("From"), Html.read("<p>secret</p>"))
                        .toString())
                .doesNotContain("secret", "ann@b.example");
    }

    private static String author(String mail) {
        return Fixture.message(mail).author().party().address().orElse("");
    }

    private static List<String> warnings(InboundMessage message) {
        return message.email().orElseThrow().decodingWarnings();
    }

    private static InboundMessage byEnvelope(String sender, String mail) {
        return message(mail, Headers.of(Map.of("envelope-from", List.of(sender))));
    }

    private static InboundMessage message(String mail, Headers envelope) {
        var translation = MailTranslator.translate(Fixture.delivery(bytes(mail), envelope), Fixture.connection());
        return ((InboundEvent.MessageReceived) translation.events().getFirst()).message();
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void names_the_writer_of_a_mail_that_a_group_of_ours_put_its_own_address_on() {
        var message = Fixture.message("From: \"'Ann Lee' via Support\" <" + Fixture.ACCOUNT + ">\n"
                + "X-Original-From: Ann Lee <ann@b.example>\nReply-To: " + Fixture.ACCOUNT
                + "\nList-ID: <support.nordlicht.example>\nSubject: s\n\nx");

        assertThat(message.author().party().address()).hasValue("ann@b.example");
        assertThat(message.returnAddress().fields()).containsEntry("to", "ann@b.example");
    }

    @Test
    void believes_no_original_writer_that_a_stranger_names() {
        var message = Fixture.message(FROM + "X-Original-From: Bo <bo@b.example>\n\nx");

        assertThat(message.author().party().address()).hasValue("ann@b.example");
    }
}
