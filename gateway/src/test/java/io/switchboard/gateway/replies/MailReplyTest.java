package io.switchboard.gateway.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.Mail;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.TicketsTopic.Event;
import io.switchboard.gateway.oauth.TokenServer;
import io.switchboard.gateway.ports.ScriptedSmtp;
import io.switchboard.gateway.ports.ScriptedSmtp.Step;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers by mail, and what is answered to them. */
@SuppressWarnings("NullAway.Init") // setUp sets the fields
class MailReplyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ANN = "Ann <ann@customer.example>";

    private GreenMail server;

    @BeforeEach
    void startTheMailServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopTheMailServer() {
        server.stop();
    }

    @Test
    void an_answer_to_our_answer_stays_in_the_thread() throws Exception {
        var shop = shop("mail-answer", port());
        var question = next(shop, Mail.from(ANN).id("a1@customer.example").subject("Lamp?"));

        reply("""
                {"commandId":"mail-answer-1","threadId":"%s","text":"It is on its way."}""".formatted(question.key()));
        var ours = arrived(1);
        sent(shop, "mail-answer-1");
        var thanks = next(
                shop,
                Mail.from(ANN).id("a2@customer.example").subject("Re: Lamp?").answers(id(ours)));

        assertThat(ours.getSubject()).isEqualTo("Re: Lamp?");
        assertThat(ours.getHeader("Auto-Submitted")).isNull();
        assertThat(thanks.key()).isEqualTo(question.key());
        assertThat(thanks.at("/message/threadMatch/rule").asText()).isEqualTo("signed_token");
        assertThat(thanks.at("/message/inReplyTo/messageId").asText()).isNotEmpty();
    }

    @Test
    void the_answer_to_a_mail_that_we_wrote_first_joins_it() throws Exception {
        var shop = shop("mail-first", port());

        var taken = reply("""
                {"commandId":"mail-first-1","start":{"connection":"email/mail-first","to":[{"address":"ann@customer.example","name":"Ann"}]},
                 "subject":"Your order is late","text":"We are sorry."}""");
        var ours = arrived(1);
        var begun = sent(shop, "mail-first-1");
        var answer = next(
                shop,
                Mail.from(ANN)
                        .id("w1@customer.example")
                        .subject("Re: Your order is late")
                        .answers(id(ours)));

        assertThat(ours.getSubject()).isEqualTo("Your order is late");
        assertThat(begun.at("/message/recipients/0/address").asText()).isEqualTo("ann@customer.example");
        assertThat(answer.key()).isEqualTo(taken.at("/threadId").asText());
        assertThat(answer.at("/ticket/policy").asText()).isEqualTo("append");
    }

    /** Amazon SES sends our mail under an id of its own and names it in its answer. */
    @Test
    void the_answer_to_a_mail_whose_id_was_rewritten_on_the_way_joins_it() throws IOException {
        try (var ses = new ScriptedSmtp()) {
            var given = "0100018f3b1c2d4e-5f6a7b8c-9d0e-4f1a-8b2c-3d4e5f6a7b8c-000000";
            ses.reply(Step.FINAL_DOT, "250 Ok " + given);
            var shop = shop("mail-ses", ses.port());
            var question = next(shop, Mail.from(ANN).id("e1@customer.example").subject("Lamp?"));

            reply("""
                    {"commandId":"mail-ses-1","threadId":"%s","text":"Soon."}""".formatted(question.key()));
            sent(shop, "mail-ses-1");
            var answer = next(
                    shop,
                    Mail.from(ANN)
                            .id("e2@customer.example")
                            .subject("AW: Lamp?")
                            .answers(given + "@eu-west-1.amazonses.com"));

            assertThat(answer.key()).isEqualTo(question.key());
            assertThat(answer.at("/message/threadMatch/rule").asText()).isEqualTo("outbound_id");
            assertThat(answer.at("/message/threadMatch/confidence").asDouble()).isEqualTo(0.95);
        }
    }

    /** Amazon SES and Exchange send our mail under an id of their own, and that is what a bounce returns. */
    @Test
    void a_bounce_that_knows_only_the_id_our_mail_got_on_the_way_tells_once_that_the_reply_failed() throws IOException {
        try (var ses = new ScriptedSmtp()) {
            var given = "0100018f3b1c2d4e-5f6a7b8c-9d0e-4f1a-8b2c-3d4e5f6a7b8d-000000";
            ses.reply(Step.FINAL_DOT, "250 Ok " + given);
            var shop = shop("mail-bounce", ses.port());
            var question = next(
                    shop,
                    Mail.from(ANN).id("b1@customer.example").subject("Lamp?").field("Cc", "bob@customer.example"));
            reply("""
                    {"commandId":"mail-bounce-1","threadId":"%s","text":"Soon."}""".formatted(question.key()));
            var sent = sent(shop, "mail-bounce-1");
            var returned = given + "@eu-west-1.amazonses.com";

            next(shop, bounce("c1@amazonses.com", "delayed", "ann@customer.example", returned));
            next(shop, bounce("c2@amazonses.com", "failed", "bob@customer.example", returned));
            next(shop, bounce("c3@amazonses.com", "failed", "ann@customer.example", "strange@elsewhere.example"));
            assertThat(receipts(shop)).isEmpty();
            var told = next(shop, bounce("c4@amazonses.com", "failed", "ann@customer.example", returned));
            next(shop, bounce("c5@amazonses.com", "failed", "ann@customer.example", returned));
            next(shop, Mail.from(ANN).id("b2@customer.example").subject("Another"));

            assertThat(receipts(shop)).hasSize(1);
            var failed = receipts(shop).getFirst();
            assertThat(failed.at("/receipt/state").asText()).isEqualTo("failed");
            assertThat(failed.at("/receipt/messageId")).isEqualTo(sent.at("/message/messageId"));
            assertThat(failed.at("/receipt/failure/code").asText()).isEqualTo("5.1.1");
            assertThat(failed.key()).isEqualTo(question.key()).isEqualTo(told.key());
        }
    }

    private static Mail bounce(String id, String action, String recipient, String returned) {
        return Mail.from("Mail Delivery Subsystem <MAILER-DAEMON@amazonses.com>")
                .id(id)
                .subject("Delivery Status Notification")
                .field("MIME-Version", "1.0")
                .field("Content-Type", "multipart/report; report-type=delivery-status; boundary=\"b\"")
                .body(String.join(
                        "\r\n",
                        "--b",
                        "Content-Type: text/plain",
                        "",
                        "It did not get there.",
                        "--b",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; amazonses.com",
                        "",
                        "Final-Recipient: rfc822; " + recipient,
                        "Action: " + action,
                        "Status: " + (action.equals("failed") ? "5.1.1" : "4.4.1"),
                        "--b",
                        "Content-Type: text/rfc822-headers",
                        "",
                        "Message-ID: <" + returned + ">",
                        "Subject: Re: Lamp?",
                        "--b--"));
    }

    private static List<Event> receipts(ConnectionRef shop) {
        return TicketsTopic.of(shop).stream()
                .filter(event -> event.type().equals("receipt.changed"))
                .toList();
    }

    @Test
    void what_the_one_answers_to_whom_a_mail_was_passed_on_is_not_for_the_customer() throws Exception {
        var shop = shop("mail-forward", port());
        var question = next(shop, Mail.from(ANN).id("p1@customer.example").subject("Broken lamp"));

        var taken = reply("""
                {"commandId":"mail-forward-1","start":{"connection":"email/mail-forward","to":[{"address":"repair@partner.example"}],
                 "forwards":"%s"},"subject":"Fwd: Broken lamp","text":"Can you repair it?"}""".formatted(question.at("/message/messageId").asText()));
        var ours = arrived(1);
        var passedOn = sent(shop, "mail-forward-1");
        var answer = next(
                shop,
                Mail.from("repair@partner.example")
                        .id("p2@partner.example")
                        .subject("Re: Fwd: Broken lamp")
                        .answers(id(ours)));
        var customers = next(
                shop,
                Mail.from(ANN)
                        .id("p3@customer.example")
                        .subject("Re: Broken lamp")
                        .answers("p1@customer.example"));

        assertThat(passedOn.at("/message/flags/forwarded").asBoolean()).isTrue();
        assertThat(answer.key()).isEqualTo(taken.at("/threadId").asText()).isNotEqualTo(question.key());
        assertThat(customers.key()).isEqualTo(question.key());
    }

    @Test
    void a_stranger_who_got_our_mail_from_the_customer_is_not_let_in() throws Exception {
        var shop = shop("mail-leak", port());
        var question = next(shop, Mail.from(ANN).id("k1@customer.example").subject("My address"));
        reply("""
                {"commandId":"mail-leak-1","threadId":"%s","text":"Noted."}""".formatted(question.key()));
        var ours = arrived(1);
        sent(shop, "mail-leak-1");

        var spoofed = next(
                shop,
                Mail.from("eve@stranger.example")
                        .id("k2@stranger.example")
                        .subject("Re: My address")
                        .answers(id(ours)));
        reply("""
                {"commandId":"mail-leak-2","threadId":"%s","text":"Anything else?"}""".formatted(question.key()));

        assertThat(spoofed.key()).isNotEqualTo(question.key());
        assertThat(spoofed.at("/message/threadMatch/alternatives/0/confidence").asDouble())
                .isEqualTo(0.5);
        assertThat(arrived(2).getAllRecipients()[0].toString()).contains("ann@customer.example");
    }

    @Test
    void a_reply_carries_files_and_shows_pictures_in_its_text() throws Exception {
        var shop = shop("mail-files", port());
        var question = next(shop, Mail.from(ANN).id("i1@customer.example").subject("Which one?"));
        var picture = file("not really a picture");
        var label = file("%PDF-1.4 label");

        reply("""
                {"commandId":"mail-files-1","threadId":"%s","parts":[
                   {"kind":"html","html":"<p>This one: <img src=\\"cid:lamp\\"></p>","fallbackText":"This one:"},
                   {"kind":"image","attachment":0},{"kind":"file","attachment":1}],
                 "files":[{"reference":"%s","fileName":"lamp.png","contentType":"image/png","contentId":"lamp"},
                          {"reference":"%s","fileName":"label.pdf","contentType":"application/pdf"}]}""".formatted(question.key(), picture, label));
        var event = sent(shop, "mail-files-1");
        var ours = arrived(1);

        assertThat(ours.getContentType()).startsWith("multipart/mixed");
        assertThat(((MimeMultipart) ours.getContent()).getBodyPart(1).getFileName())
                .isEqualTo("label.pdf");
        assertThat(event.at("/message/attachments")).hasSize(2);
        assertThat(event.at("/message/attachments/0/state").asText()).isEqualTo("stored");
    }

    @Test
    void a_reply_whose_file_is_not_here_is_refused_in_words() {
        var shop = shop("mail-no-file", port());
        var question = next(shop, Mail.from(ANN).id("m1@customer.example").subject("Which one?"));

        reply("""
                {"commandId":"mail-no-file-1","threadId":"%s","text":"See attached","parts":[{"kind":"file","attachment":0}],
                 "files":[{"reference":"%s","fileName":"a.pdf","contentType":"application/pdf"}]}""".formatted(question.key(), "0".repeat(64)));

        var refused = outcome(shop, "mail-no-file-1", "refused");
        assertThat(refused.at("/outbound/reason/code").asText()).isEqualTo("unknown_file");
    }

    /** A password was changed, or a consent given anew: the token that we keep is worth nothing any more. */
    @Test
    void a_token_that_the_mail_server_does_not_believe_is_exchanged_and_the_reply_sent() throws IOException {
        try (var google = new ScriptedSmtp();
                var tokens = new TokenServer()) {
            google.reply(Step.EHLO, "250-scripted\r\n250 AUTH XOAUTH2").believing("token-2");
            var shop = shopWithToken("mail-token", google, tokens);
            var question = next(shop, Mail.from(ANN).id("t1@customer.example").subject("Lamp?"));
            tokens.grantsInTurn("token-1", "token-2");

            reply("""
                    {"commandId":"mail-token-1","threadId":"%s","text":"Soon."}""".formatted(question.key()));
            sent(shop, "mail-token-1");

            assertThat(tokens.asked()).hasSize(2);
            assertThat(google.connections()).isEqualTo(2);
            assertThat(outcomes(shop, "mail-token-1")).containsExactly("queued", "sent");
        }
    }

    @Test
    void a_server_that_believes_no_token_gets_two_of_them_and_the_reply_is_refused() throws IOException {
        try (var google = new ScriptedSmtp();
                var tokens = new TokenServer()) {
            google.reply(Step.EHLO, "250-scripted\r\n250 AUTH XOAUTH2").believing("none");
            var shop = shopWithToken("mail-no-token", google, tokens);
            var question = next(shop, Mail.from(ANN).id("t2@customer.example").subject("Lamp?"));
            tokens.grantsInTurn("token-1", "token-2", "token-3");

            reply("""
                    {"commandId":"mail-no-token-1","threadId":"%s","text":"Soon."}""".formatted(question.key()));
            var refused = outcome(shop, "mail-no-token-1", "refused");

            assertThat(refused.at("/replyCapability/blockedReason").asText()).isEqualTo("token_invalid");
            assertThat(tokens.asked()).hasSize(2);
            assertThat(google.connections()).isEqualTo(2);
        }
    }

    private static ConnectionRef shopWithToken(String name, ScriptedSmtp server, TokenServer tokens) {
        var settings = Map.of(
                "smtp_host",
                "127.0.0.1",
                "smtp_port",
                Integer.toString(server.port()),
                "smtp_security",
                "none",
                "smtp_user",
                "shop",
                "smtp_auth",
                "xoauth2",
                "oauth_token_url",
                tokens.url());
        return Hub.connect("email", name, name + "@shop.example", settings, "hook_token", "oauth_refresh_token");
    }

    private static List<String> outcomes(ConnectionRef shop, String command) {
        return TicketsTopic.of(shop).stream()
                .filter(event -> event.at("/outbound/commandId").asText().equals(command))
                .map(event -> event.at("/outbound/outcome").asText())
                .toList();
    }

    private static String file(String content) throws IOException {
        var answer = Hub.post(
                "/api/files",
                content.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/octet-stream"));
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body()).at("/reference").asText();
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private static ConnectionRef shop(String name, int port) {
        var settings = Map.of("smtp_host", "127.0.0.1", "smtp_port", Integer.toString(port), "smtp_security", "none");
        return Hub.connect("email", name, name + "@shop.example", settings, "hook_token");
    }

    /** Posts a mail to the connection and gives the event that came of it. */
    private static Event next(ConnectionRef shop, Mail mail) {
        var before = received(shop).size();
        mail.to(shop.account()).post(shop);
        await().atMost(PATIENCE).until(() -> received(shop).size() > before);
        return received(shop).getLast();
    }

    private static List<Event> received(ConnectionRef shop) {
        return TicketsTopic.of(shop).stream()
                .filter(event -> event.type().equals("message.received"))
                .toList();
    }

    private static JsonNode reply(String json) {
        var answer = Hub.post(
                "/api/replies", json.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            throw new java.io.UncheckedIOException(noJson);
        }
    }

    private static Event sent(ConnectionRef shop, String command) {
        return outcome(shop, command, "sent");
    }

    private static Event outcome(ConnectionRef shop, String command, String outcome) {
        return await().atMost(PATIENCE)
                .until(
                        () -> TicketsTopic.of(shop).stream()
                                .filter(event ->
                                        event.at("/outbound/commandId").asText().equals(command))
                                .filter(event ->
                                        event.at("/outbound/outcome").asText().equals(outcome))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Our n-th mail. */
    private MimeMessage arrived(int count) {
        await().atMost(PATIENCE).until(() -> server.getReceivedMessages().length >= count);
        return server.getReceivedMessages()[count - 1];
    }

    private static String id(MimeMessage mail) throws jakarta.mail.MessagingException {
        return mail.getMessageID().replaceAll("[<>]", "");
    }
}
