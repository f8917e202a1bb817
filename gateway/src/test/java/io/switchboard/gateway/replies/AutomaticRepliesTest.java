package io.switchboard.gateway.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.Mail;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.TicketsTopic.Event;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A helpdesk whose rule thanks for every mail, and whoever is at the other end. */
@SuppressWarnings("NullAway.Init") // startTheMailServer sets the field
class AutomaticRepliesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private GreenMail server;
    private final Set<String> thanked = new HashSet<>();

    @BeforeEach
    void startTheMailServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopTheMailServer() {
        server.stop();
    }

    /** A responder that says nothing of what it is, with a new thread each minute of an hour. */
    @Test
    void a_machine_that_hides_gets_one_automatic_answer_a_day() {
        var shop = shop("auto-hidden");
        var noon = ZonedDateTime.of(2026, 3, 2, 12, 0, 0, 0, ZoneOffset.UTC);

        for (var minute = 0; minute < 60; minute++) {
            Mail.from("Robot <robot@machine.example>")
                    .field("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(noon.plusMinutes(minute)))
                    .id("hidden-" + minute + "@machine.example")
                    .subject("Thank you for your mail no. " + minute)
                    .to(shop.account())
                    .post(shop);
        }
        thankAll(shop, 60);

        assertThat(outcomes(shop, "refused")).hasSize(59);
        assertThat(outcomes(shop, "refused"))
                .allSatisfy(event ->
                        assertThat(event.at("/outbound/reason/code").asText()).isEqualTo("budget_exhausted"));
        assertThat(mailsTo("robot@machine.example")).hasSize(1);
    }

    /** Both run on this hub, and each thanks the other for every mail it gets. */
    @Test
    void two_helpdesks_that_thank_for_everything_fall_silent() throws MessagingException {
        var one = shop("auto-one");
        var two = shop("auto-two");
        Mail.from("Two <" + two.account() + ">")
                .id("start@shop.example")
                .subject("Hello")
                .to(one.account())
                .post(one);

        thankAll(one, 1);

        var relayed = 0;
        var quiet = 0;
        while (quiet < 3) {
            thankAll(one, 0);
            thankAll(two, 0);
            var mails = server.getReceivedMessages();
            quiet = mails.length == relayed ? quiet + 1 : 0;
            for (; relayed < mails.length; relayed++) {
                relay(mails[relayed], one, two);
            }
            assertThat(relayed).as("mails exchanged").isLessThan(10);
        }

        assertThat(mailsTo(one.account())).hasSizeLessThanOrEqualTo(1);
        assertThat(mailsTo(two.account())).hasSize(1);
    }

    @Test
    void an_automatic_answer_says_that_it_is_one_and_a_person_may_still_answer_a_machine() throws Exception {
        var shop = shop("auto-marked");
        Mail.from("ann@customer.example")
                .id("m1@customer.example")
                .subject("Hi")
                .to(shop.account())
                .post(shop);
        thankAll(shop, 1);
        Mail.from("ann@customer.example")
                .id("m2@customer.example")
                .field("Auto-Submitted", "auto-replied")
                .subject("Out of office")
                .answers("m1@customer.example")
                .to(shop.account())
                .post(shop);
        thankAll(shop, 2);
        var thread = received(shop).getFirst().key();
        command("""
                {"commandId":"auto-marked-person","threadId":"%s","text":"Enjoy your holiday."}""".formatted(thread));
        await().atMost(PATIENCE).until(() -> outcomes(shop, "sent").size() == 2);

        var mails = mailsTo("ann@customer.example");
        assertThat(mails.getFirst().getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(mails.get(1).getHeader("Auto-Submitted")).isNull();
        assertThat(outcomes(shop, "refused")
                        .getFirst()
                        .at("/outbound/reason/code")
                        .asText())
                .isEqualTo("loop_suspected");
    }

    /** What a rule of the helpdesk core does; waits until every thanks was sent or refused. */
    private void thankAll(ConnectionRef shop, int expected) {
        await().atMost(PATIENCE).until(() -> received(shop).size() >= expected);
        // One that comes meanwhile is for the next time.
        var mails = received(shop);
        for (var event : mails) {
            var message = event.at("/message/messageId").asText();
            if (thanked.add(message)) {
                command("""
                        {"commandId":"thanks-%s","threadId":"%s","author":"rule","text":"Thank you, we read your mail soon."}""".formatted(message, event.key()));
            }
        }
        await().atMost(PATIENCE)
                .until(() -> outcomes(shop, "sent").size()
                                + outcomes(shop, "refused").size()
                        >= mails.size());
    }

    private static void relay(MimeMessage mail, ConnectionRef... shops) throws MessagingException {
        var to = mail.getAllRecipients()[0].toString();
        var shop = Arrays.stream(shops)
                .filter(one -> to.contains(one.account()))
                .findFirst()
                .orElseThrow();
        var before = TicketsTopic.of(shop).size();
        var passed = Mail.from(mail.getFrom()[0].toString())
                .to(to)
                .id(mail.getMessageID().replaceAll("[<>]", ""))
                .subject(mail.getSubject());
        for (var name : List.of("Auto-Submitted", "In-Reply-To", "References", "X-Auto-Response-Suppress")) {
            var values = mail.getHeader(name);
            if (values != null) {
                passed.field(name, values[0].replaceAll("\\s+", " "));
            }
        }
        passed.post(shop);
        await().atMost(PATIENCE).until(() -> TicketsTopic.of(shop).size() > before);
    }

    private ConnectionRef shop(String name) {
        var port = Integer.toString(server.getSmtp().getPort());
        return Hub.connect(
                "email",
                name,
                name + "@shop.example",
                Map.of("smtp_host", "127.0.0.1", "smtp_port", port, "smtp_security", "none"),
                "hook_token");
    }

    private static void command(String json) {
        var answer = Hub.post(
                "/api/replies", json.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static List<Event> received(ConnectionRef shop) {
        return TicketsTopic.of(shop).stream()
                .filter(event -> event.type().equals("message.received"))
                .toList();
    }

    private static List<Event> outcomes(ConnectionRef shop, String outcome) {
        return TicketsTopic.of(shop).stream()
                .filter(event -> event.at("/outbound/outcome").asText().equals(outcome))
                .toList();
    }

    private List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(address);
                    } catch (MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }
}
