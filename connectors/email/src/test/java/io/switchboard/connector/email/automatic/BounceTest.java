package io.switchboard.connector.email.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.ThreadLink;
import io.switchboard.connector.email.Fixture;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceTest {

    private static final String OURS = "3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516@nordlicht.example";

    private static final String REPORT = """
            From: Mail Delivery System <MAILER-DAEMON@mx.example>
            To: support@nordlicht.example
            Message-ID: <dsn-1@mx.example>
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r

            It came back.
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            %s
            --r
            Content-Type: text/rfc822-headers

            Message-ID: <%s>
            To: Ann <ann@b.example>, dan@b.example
            Cc: bo@b.example
            --r--
            """;

    @Test
    void lists_every_recipient_the_worst_first() {
        var message = Fixture.message(REPORT.formatted("""
                Final-Recipient: rfc822; dan@b.example
                Action: delivered
                Status: 2.1.5

                Original-Recipient: rfc822;ann@b.example
                Final-Recipient: rfc822; <Ann@inner.b.example>
                Action: FAILED
                Status: 5.2.1 (closed)
                Remote-MTA: dns; mx.b.example
                Diagnostic-Code: smtp; 550 5.2.1 Mailbox closed

                Final-Recipient: rfc822; bo@b.example
                Action: delayed
                Status: 4.4.1
                """, OURS));

        assertThat(message.ext())
                .containsEntry("bounce.source", "report")
                .containsEntry("bounce.recipients", "3")
                .containsEntry("bounce.original_message_id", OURS)
                .containsEntry("bounce.final_recipient", "Ann@inner.b.example")
                .containsEntry("bounce.original_recipient", "ann@b.example")
                .containsEntry("bounce.action", "failed")
                .containsEntry("bounce.status", "5.2.1")
                .containsEntry("bounce.class", "hard")
                .containsEntry("bounce.remote_mta", "mx.b.example")
                .containsEntry("bounce.diagnostic", "550 5.2.1 Mailbox closed")
                .containsEntry("bounce.2.final_recipient", "bo@b.example")
                .containsEntry("bounce.2.action", "delayed")
                .containsEntry("bounce.2.class", "soft")
                .containsEntry("bounce.3.action", "delivered")
                .doesNotContainKey("bounce.3.class");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failed  | 5.0.0  | 550 rejected                              | 5.0.0 | hard
            failed  | 5.1.1  | ''                                        | 5.1.1 | hard
            failed  | 5.1.8  | sender's domain                           | 5.1.8 | soft
            failed  | 5.2.1  | ''                                        | 5.2.1 | hard
            failed  | 5.2.2  | ''                                        | 5.2.2 | soft
            failed  | 5.3.4  | ''                                        | 5.3.4 | soft
            failed  | 5.4.1  | ''                                        | 5.4.1 | soft
            failed  | 5.4.1  | Recipient address rejected: Access denied | 5.4.1 | hard
            failed  | 5.4.4  | ''                                        | 5.4.4 | hard
            failed  | 5.7.1  | listed as a source of spam                | 5.7.1 | soft
            failed  | 5.7.1  | user lena does not exist                  | 5.7.1 | hard
            failed  | 5.0.0  | 550 5.1.1 who?                            | 5.1.1 | hard
            failed  | 5.0.0  | 552 full                                  | 5.2.2 | soft
            failed  | ''     | 550 unknown user                          | 5.1.1 | hard
            failed  | 4.4.7  | expired after five days                   | 4.4.7 | soft
            delayed | 4.4.1  | ''                                        | 4.4.1 | soft
            delayed | 5.1.1  | ''                                        | 5.1.1 | soft
            """)
    void tells_hard_from_soft(String action, String status, String said, String code, String kind) {
        var ext = Fixture.message(REPORT.formatted(
                        "Final-Recipient: rfc822; ann@b.example\nAction: " + action + "\nStatus: " + status
                                + "\nDiagnostic-Code: smtp; " + said + "\n",
                        OURS))
                .ext();

        assertThat(ext).containsEntry("bounce.class", kind).containsEntry("bounce.status", code);
    }

    @Test
    void reports_the_failure_of_an_answer_of_ours_and_of_nothing_else() {
        var failed = "Final-Recipient: rfc822; ann@b.example\nAction: failed\nStatus: 5.2.2\n";

        assertThat(receipts(REPORT.formatted(failed, OURS))).singleElement().satisfies(receipt -> {
            assertThat(receipt.target()).isEqualTo(OURS);
            assertThat(receipt.state()).isEqualTo(ReceiptState.FAILED);
            assertThat(receipt.failure().orElseThrow().code()).isEqualTo("5.2.2");
            assertThat(receipt.failure().orElseThrow().explanation()).isEqualTo("the recipient's mailbox is full");
        });
        assertThat(receipts(REPORT.formatted(failed.replace("failed", "delayed"), OURS)))
                .isEmpty();
        assertThat(receipts(REPORT.formatted(failed, "order-88@nordlicht.example")))
                .isEmpty();
        assertThat(receipts(REPORT.formatted(failed, OURS.replace("nordlicht", "other"))))
                .isEmpty();
    }

    @Test
    void does_not_call_an_answer_failed_because_a_copy_of_it_was() {
        var copy = "Final-Recipient: rfc822; bo@b.example\nAction: failed\nStatus: 5.1.1\n";

        assertThat(receipts(REPORT.formatted(copy, OURS))).isEmpty();
        assertThat(receipts(REPORT.formatted(copy.replace("bo@", "dan@"), OURS)))
                .hasSize(1);
        assertThat(Fixture.message(REPORT.formatted(copy, OURS)).flags()).contains(MessageFlag.BOUNCE);
    }

    @Test
    void is_no_persons_message_and_nobody_answers_it() {
        var message = Fixture.message(
                REPORT.formatted("Final-Recipient: rfc822; ann@b.example\nAction: failed\nStatus: 5.1.1\n", OURS));

        assertThat(message.flags()).contains(MessageFlag.BOUNCE, MessageFlag.AUTO_GENERATED);
        assertThat(message.author().kind()).isEqualTo(AuthorKind.SYSTEM);
        assertThat(message.replyCapability()).isEqualTo(ReplyCapability.NONE);
        assertThat(message.thread().links())
                .contains(new ThreadLink(ThreadLink.Kind.RETURNED, new ThreadKey("eml:" + OURS)));
    }

    @Test
    void reports_the_delivery_of_an_answer_of_ours_as_that_alone() {
        var delivered = "Final-Recipient: rfc822; ann@b.example\nAction: delivered\nStatus: 2.0.0\n";
        var translation = Fixture.translate(bytes(REPORT.formatted(delivered, OURS)));

        assertThat(translation.events()).hasSize(1);
        assertThat(receipts(REPORT.formatted(delivered, OURS)))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.state()).isEqualTo(ReceiptState.DELIVERED));
        var relayed = Fixture.translate(bytes(REPORT.formatted(delivered.replace("delivered", "relayed"), OURS)));
        assertThat(relayed.events()).isEmpty();
        assertThat(relayed.ignored()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "displayed, READ",
        "displayed/error, READ",
        "deleted, DELIVERED",
        "processed, DELIVERED",
        "denied, ",
        "'', "
    })
    void takes_a_read_receipt_for_what_it_says(String disposition, ReceiptState state) {
        var mail = receipt(disposition, OURS);

        var expected = state == null ? List.<ReceiptState>of() : List.of(state);
        assertThat(receipts(mail))
                .extracting(InboundEvent.ReceiptChanged::state)
                .isEqualTo(expected);
        assertThat(Fixture.translate(bytes(mail)).ignored()).hasSize(1 - expected.size());
        assertThat(Fixture.translate(bytes(receipt(disposition, "x@y"))).events())
                .isEmpty();
    }

    @Test
    void knows_a_complaint_that_a_provider_passes_on() {
        var message = Fixture.message("""
                From: feedback@isp.example
                Message-ID: <arf-1@isp.example>
                Content-Type: multipart/report; report-type=feedback-report; boundary=r

                --r

                Somebody does not want this.
                --r
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                Version: 1

                --r
                Content-Type: message/rfc822

                Message-ID: <%s>

                x
                --r--
                """.formatted(OURS));

        assertThat(message.author().kind()).isEqualTo(AuthorKind.SYSTEM);
        assertThat(message.flags()).containsExactly(MessageFlag.AUTO_GENERATED);
        assertThat(message.ext())
                .containsEntry("feedback.type", "abuse")
                .containsEntry("feedback.original_message_id", OURS)
                .containsEntry("email.auto_rule", "feedback-report");
        assertThat(message.replyCapability()).isEqualTo(ReplyCapability.NONE);
    }

    @Test
    void does_not_blame_ours_for_the_bounce_of_a_bounce() {
        var message = Fixture.message("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.example
                Message-ID: <dsn-2@mx.example>
                Content-Type: multipart/report; report-type=delivery-status; boundary=o

                --o
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; daemon@b.example
                Action: failed
                Status: 5.1.1

                --o
                Content-Type: message/rfc822

                From: MAILER-DAEMON@b.example
                Message-ID: <dsn-1@b.example>
                Content-Type: multipart/report; report-type=delivery-status; boundary=i

                --i
                Content-Type: text/rfc822-headers

                Message-ID: <%s>
                --i--
                --o--
                """.formatted(OURS));

        assertThat(message.ext()).containsEntry("bounce.original_message_id", "dsn-1@b.example");
        assertThat(message.flags()).contains(MessageFlag.BOUNCE);
    }

    /** Signature phrases are the systems' own; everything around them is made up. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failure notice | Hi. This is the qmail-send program at mx.example.~I could not do it.~~<lena@b.example>:~192.0.2.7 does not like recipient.~Remote host said: 550 5.1.1 no one here~~--- Below this line is a copy of the message.~~Return-Path: <support@nordlicht.example>~Message-ID: <OURS>~~x | lena@b.example | 5.1.1 | hard
            Mail delivery failed: returning message to sender | This message was created automatically by mail delivery software.~~A message could not be delivered.~~  lena@b.example~    host mx.b.example [192.0.2.7]~    SMTP error: 550 Unknown user~~------ This is a copy of the message, including all the headers. ------~~Message-Id: <OURS>~~x | lena@b.example | 5.1.1 | hard
            Undelivered Mail Returned to Sender | This is the mail system at host mx.example.~~<lena@b.example>: host mx.b.example[192.0.2.7] said: 552 5.2.2 mailbox~    is full (in reply to RCPT TO command)~~Message-ID: <OURS> | lena@b.example | 5.2.2 | soft
            Returned mail: see transcript for details | The original message was received at noon~~   ----- The following addresses had permanent fatal errors -----~<lena@b.example>~    (reason: 550 5.7.1 not from you)~~   ----- Original message follows -----~Message-ID: <OURS> | lena@b.example | 5.7.1 | soft
            Undeliverable: lamp | Your message did not reach some or all of the intended recipients.~~      Subject: lamp~~The following recipient(s) could not be reached:~~      'lena@b.example' on 1.2.2026 10:00~            There is no such account in the address book. <b.example #5.1.1>~~Message-ID: <OURS> | lena@b.example | 5.1.1 | hard
            Unzustellbar: Lampe | Fehler bei der Nachrichtenzustellung an folgende Empfänger:~~lena@b.example~Das Postfach ist voll.~~Message-ID: <OURS> | lena@b.example | '' | soft
            DELIVERY FAILURE: User lena (lena@b.example) not listed in Domino Directory | Your message~~  Subject: lamp~~was not delivered to:~~  lena@b.example~~because:~~  User lena (lena@b.example) not listed in Domino Directory~~Message-ID: <OURS> | lena@b.example | 5.1.1 | hard
            Message status - undeliverable | The message that you sent was undeliverable to the following:~	lena@b.example (mailbox full)~~Message-ID: <OURS> | lena@b.example | 5.2.2 | soft
            Failure Notice | Sorry, we were unable to deliver your message to the following address.~~<lena@b.example>:~554: delivery error: dd This user doesn't have a b.example account~~--- Below this line is a copy of the message.~~Message-ID: <OURS> | lena@b.example | 5.1.1 | hard
            Delivery Status Notification (Failure) | Delivery to the following recipient failed permanently:~~     lena@b.example~~The other server said: 550 550 5.1.1 nobody (state 13).~~----- Original message -----~~Message-ID: <OURS> | lena@b.example | 5.1.1 | hard
            Niet te bezorgen | Uw bericht kan niet worden bezorgd. Het kon niet worden afgeleverd bij lena@b.example.~550 5.1.10 onbekend~~Message-ID: <OURS> | lena@b.example | 5.1.10 | hard
            Mensagem | A mensagem não pôde ser entregue a lena@b.example porque 550 5.4.4 sem rota~~Message-ID: <OURS> | lena@b.example | 5.4.4 | hard
            メール | 次の宛先に配信できませんでした。~~lena@b.example~550 5.1.1 なし~~Message-ID: <OURS> | lena@b.example | 5.1.1 | hard
            """)
    void reads_what_mail_systems_say_in_words(
            String subject, String text, String recipient, String status, String kind) {
        var mail = "From: MAILER-DAEMON@mx.example\nTo: support@nordlicht.example\nMessage-ID: <b-1@mx.example>\n"
                + "Content-Type: text/plain; charset=utf-8\nSubject: " + subject + "\n\n"
                + text.replace("~", "\n").replace("OURS", OURS);
        var message = Fixture.message(utf8(mail));

        assertThat(message.flags()).contains(MessageFlag.BOUNCE);
        assertThat(message.ext())
                .containsEntry("bounce.source", "prose")
                .containsEntry("bounce.action", "failed")
                .containsEntry("bounce.final_recipient", recipient)
                .containsEntry("bounce.class", kind)
                .containsEntry("bounce.original_message_id", OURS);
        if (!status.isEmpty()) {
            assertThat(message.ext()).containsEntry("bounce.status", status);
        }
        assertThat(receipts(utf8(mail)))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.state()).isEqualTo(ReceiptState.FAILED));
    }

    @Test
    void finds_each_recipient_in_words_with_its_own_code() {
        var message = Fixture.message(prose("""
                This is the mail system at host mx.example.

                <lena@b.example>: host mx.b.example[192.0.2.7] said: 550 5.1.1 nobody

                <kim@c.example>: connect to mx.c.example[198.51.100.2]: 554 5.7.1 go away

                For help write to helpdesk@mx.example
                """));

        assertThat(message.ext())
                .containsEntry("bounce.recipients", "2")
                .containsEntry("bounce.final_recipient", "lena@b.example")
                .containsEntry("bounce.status", "5.1.1")
                .containsEntry("bounce.2.final_recipient", "kim@c.example")
                .containsEntry("bounce.2.status", "5.7.1");
    }

    @Test
    void finds_a_named_recipient_behind_letters_that_grow_in_lower_case() {
        var message = Fixture.message(utf8("From: MAILER-DAEMON@mx.example\nMessage-ID: <b-1@mx.example>\n"
                + "X-Failed-Recipients: lena@b.example\nContent-Type: text/plain; charset=utf-8\n\n"
                + "İ".repeat(500) + "\nLENA@b.example 550 5.1.1 nobody"));

        assertThat(message.ext()).containsEntry("bounce.status", "5.1.1");
    }

    @Test
    void believes_the_field_that_names_the_recipients() {
        var message = Fixture.message("""
                From: MAILER-DAEMON@mx.example
                X-Failed-Recipients: lena@b.example,
                 kim@c.example
                Message-ID: <b-1@mx.example>

                Nothing here that a program knows.
                """);

        assertThat(message.ext())
                .containsEntry("bounce.action", "failed")
                .containsEntry("bounce.final_recipient", "lena@b.example")
                .containsEntry("bounce.2.final_recipient", "kim@c.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Warning: message delayed 24 hours",
                "Zustellung verzögert",
                "Delivery Status Notification (Delay)"
            })
    void knows_that_what_is_late_may_still_arrive(String subject) {
        var mail = "From: MAILER-DAEMON@mx.example\nMessage-ID: <b-1@mx.example>\nSubject: " + subject
                + "\n\nlena@b.example\n451 4.4.1 no answer. It could not be delivered yet.\n\nMessage-ID: <" + OURS
                + ">\n";
        var message = Fixture.message(utf8(mail));

        assertThat(message.ext()).containsEntry("bounce.action", "delayed").containsEntry("bounce.class", "soft");
        assertThat(receipts(utf8(mail))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Undelivered Mail Returned to Sender\n\nI got this: 550 5.1.1 <lena@b.example> user unknown",
                "Subject: failure notice\nAuto-Submitted: auto-replied\n\nHi. This is the qmail-send program at my desk.",
                "Subject: Delivery failed\nIn-Reply-To: <q@x>\n\nMy parcel could not be delivered!"
            })
    void takes_no_persons_word_for_a_bounce(String mail) {
        var message = Fixture.message("From: Ann <ann@b.example>\nMessage-ID: <p@b>\n" + mail);

        assertThat(message.flags()).doesNotContain(MessageFlag.BOUNCE);
        assertThat(message.ext()).doesNotContainKey("bounce.source");
        assertThat(message.replyCapability()).isEqualTo(ReplyCapability.UNLIMITED);
    }

    @Test
    void takes_no_persons_forwarded_report_for_a_bounce() {
        var message = Fixture.message("""
                From: Ann <ann@b.example>
                Message-ID: <p@b>
                Content-Type: multipart/mixed; boundary=m

                --m

                What does this mean?
                --m
                Content-Type: message/delivery-status

                Reporting-MTA: dns; x

                Final-Recipient: rfc822; support@nordlicht.example
                Action: failed
                Status: 5.1.1
                --m--
                """);

        assertThat(message.flags()).isEmpty();
        assertThat(message.author().kind()).isEqualTo(AuthorKind.CUSTOMER);
    }

    @Test
    void tells_an_absent_persons_automatic_answer_from_a_bounce() {
        var message = Fixture.message("Return-Path: <>\nFrom: Ann <ann@b.example>\nMessage-ID: <p@b>\nSubject: Away\n\n"
                + "I have left. Mail to me is not delivered any more, write to kim@b.example, phone 550 1234.");

        assertThat(message.flags()).containsExactly(MessageFlag.AUTO_GENERATED);
        var bounce = Fixture.message("Return-Path: <>\nFrom: Some Gateway <gate@b.example>\nMessage-ID: <p@b>\n"
                + "Subject: Delivery failed\n\n<lena@c.example>: 550 5.1.1 nobody\n");
        assertThat(bounce.flags()).contains(MessageFlag.BOUNCE);
    }

    @Test
    void says_nothing_of_other_things_that_mail_systems_send() {
        var message =
                Fixture.message("From: postmaster@b.example\nMessage-ID: <p@b>\nSubject: Quarantine of this week\n\n"
                        + "12 mails to lena@b.example are kept. Version 5.1.1 of the filter runs now.");

        assertThat(message.flags()).containsExactly(MessageFlag.AUTO_GENERATED);
        assertThat(message.ext()).doesNotContainKey("bounce.status");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"a", "a@b", "5", "5.1.1", "<a@b.c>: 550 ", "message-id: <", ">", " ", "\n", "original "})
    void takes_time_in_proportion_to_the_length(String piece) {
        var noise = piece.repeat(1_000_000 / piece.length());
        for (var head : List.of(
                "From: MAILER-DAEMON@x\nSubject: failure notice\n\n",
                "From: MAILER-DAEMON@x\nX-Failed-Recipients: a@b\nContent-Type: text/html\n\n",
                "From: a@b\nContent-Type: message/delivery-status\nReturn-Path: <>\n\nAction: failed\nDiagnostic-Code: ",
                "From: a@b\nIn-Reply-To: <x@y>\nSubject: [")) {
            assertThat(Fixture.translate(bytes(head + noise)).events()).isNotEmpty();
        }
    }

    @Test
    void prints_nothing_of_whom_it_names() {
        var mail = Mail.read(
                bytes(REPORT.formatted(
                        "Final-Recipient: rfc822; ann@b.example\nAction: failed\nStatus: 5.1.1\n", OURS)),
                new Repairs());
        var envelope = new Envelope(Optional.empty(), List.of());

        assertThat(MailTraits.of(mail, envelope, Fixture.connection()).toString())
                .doesNotContain("ann@", "dan@", "bo@");
    }

    private static String prose(String text) {
        return "From: MAILER-DAEMON@mx.example\nTo: support@nordlicht.example\n"
                + "Subject: Undelivered Mail Returned to Sender\nMessage-ID: <b-1@mx.example>\n\n" + text;
    }

    private static String receipt(String disposition, String original) {
        return """
                From: Ann <ann@b.example>
                Subject: Read: lamp
                Message-ID: <mdn-1@b.example>
                Content-Type: multipart/report; report-type=disposition-notification; boundary=r

                --r

                Your message was displayed.
                --r
                Content-Type: message/disposition-notification

                Final-Recipient: rfc822; ann@b.example
                Original-Message-ID: <%s>
                Disposition: manual-action/MDN-sent-manually; %s
                --r--
                """.formatted(original, disposition);
    }

    private static List<InboundEvent.ReceiptChanged> receipts(String mail) {
        return receipts(bytes(mail));
    }

    private static List<InboundEvent.ReceiptChanged> receipts(byte[] mail) {
        return Fixture.translate(mail).events().stream()
                .filter(InboundEvent.ReceiptChanged.class::isInstance)
                .map(InboundEvent.ReceiptChanged.class::cast)
                .toList();
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String mail) {
        return mail.getBytes(StandardCharsets.UTF_8);
    }
}
