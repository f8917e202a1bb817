package io.switchboard.gateway.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.gateway.Hub;
import io.switchboard.gateway.Mail;
import io.switchboard.gateway.TicketsTopic;
import io.switchboard.gateway.TicketsTopic.Event;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which mails belong together, and which only look so. */
class MailThreadsTest {

    private static final String ANN = "Ann <ann@customer.example>";
    private static final String EVE = "Eve <eve@stranger.example>";

    @Test
    void an_answer_joins_the_thread_of_its_question() {
        var shop = shop("threads-answer");
        var first = next(shop, Mail.from(ANN).id("q1@customer.example").subject("Where is my order?"));

        var second = next(
                shop,
                Mail.from(ANN)
                        .id("q2@customer.example")
                        .subject("Re: Where is my order?")
                        .answers("q1@customer.example"));

        assertThat(second.key()).isEqualTo(first.key());
        assertThat(rule(second)).isEqualTo("inbound_id");
        assertThat(second.at("/message/threadMatch/confidence").asDouble()).isEqualTo(0.9);
        assertThat(policy(second)).isEqualTo("append");
    }

    /** A colleague answered from his own mail program; his mail never came here. */
    @Test
    void an_answer_to_a_mail_nobody_here_has_seen_joins_by_what_else_it_names() {
        var shop = shop("threads-colleague");
        var first = next(shop, Mail.from(ANN).id("c1@customer.example").subject("Size?"));

        var second = next(
                shop,
                Mail.from(ANN)
                        .id("c3@customer.example")
                        .subject("Re: Size?")
                        .answers("c1@customer.example", "colleague@outlook.example"));
        var third = next(
                shop,
                Mail.from(ANN)
                        .id("c4@customer.example")
                        .subject("Re: Size?")
                        .field("In-Reply-To", "<colleague@outlook.example>"));

        assertThat(second.key()).isEqualTo(first.key());
        assertThat(third.key()).isEqualTo(first.key());
    }

    @Test
    void a_stranger_who_quotes_an_id_gets_a_ticket_of_his_own_and_a_hint() {
        var shop = shop("threads-stranger");
        var first = next(shop, Mail.from(ANN).id("s1@customer.example").subject("My address"));

        var spoofed = next(
                shop,
                Mail.from(EVE)
                        .id("s2@stranger.example")
                        .subject("Re: My address")
                        .answers("s1@customer.example"));

        assertThat(spoofed.key()).isNotEqualTo(first.key());
        assertThat(policy(spoofed)).isEqualTo("suggest_merge");
        assertThat(spoofed.at("/ticket/suggestedMergeWith/0")).isEqualTo(first.at("/ticket/ticketId"));
        assertThat(spoofed.at("/message/threadMatch/alternatives/0/confidence").asDouble())
                .isEqualTo(0.4);
        assertThat(answeredTo(first)).isEqualTo("ann@customer.example");
    }

    @Test
    void a_stranger_who_uses_the_id_of_anothers_mail_gets_a_thread_of_his_own() {
        var shop = shop("threads-same-id");
        var first = next(
                shop, Mail.from(ANN).id("same@customer.example").subject("Mine").body("mine"));

        var other = next(
                shop, Mail.from(EVE).id("same@customer.example").subject("Mine").body("no, mine"));
        var answer = next(
                shop,
                Mail.from(ANN).id("same2@customer.example").subject("Re: Mine").answers("same@customer.example"));

        assertThat(other.key()).isNotEqualTo(first.key());
        assertThat(answer.key()).isEqualTo(first.key());
    }

    @Test
    void somebody_who_got_a_copy_may_write_but_is_not_answered() {
        var shop = shop("threads-copied");
        var first = next(
                shop,
                Mail.from(ANN)
                        .field("Cc", "Bob <bob@customer.example>")
                        .id("p1@customer.example")
                        .subject("Broken"));

        var second = next(
                shop,
                Mail.from("Bob <bob@customer.example>")
                        .id("p2@customer.example")
                        .subject("Re: Broken")
                        .answers("p1@customer.example"));

        assertThat(second.key()).isEqualTo(first.key());
        assertThat(answeredTo(first)).isEqualTo("ann@customer.example");
    }

    @Test
    void those_whom_somebody_copied_brings_along_have_no_part() {
        var shop = shop("threads-copied-on");
        var first = next(
                shop,
                Mail.from(ANN)
                        .field("Cc", "bob@customer.example")
                        .id("o1@customer.example")
                        .subject("Broken"));
        next(
                shop,
                Mail.from("bob@customer.example")
                        .field("Cc", EVE)
                        .id("o2@customer.example")
                        .subject("Re: Broken")
                        .answers("o1@customer.example"));

        var third = next(
                shop,
                Mail.from(EVE).id("o3@stranger.example").subject("Re: Broken").answers("o1@customer.example"));

        assertThat(third.key()).isNotEqualTo(first.key());
    }

    @Test
    void an_old_mail_answered_under_a_new_subject_suggests_a_split() {
        var shop = shop("threads-subject");
        var first = next(shop, Mail.from(ANN).id("n1@customer.example").subject("Where is my order?"));

        var second = next(
                shop,
                Mail.from(ANN)
                        .id("n2@customer.example")
                        .subject("Invoice for the tax office")
                        .answers("n1@customer.example"));
        var third = next(
                shop,
                Mail.from(ANN)
                        .id("n3@customer.example")
                        .subject("AW: Invoice for the tax office")
                        .answers("n1@customer.example", "n2@customer.example"));

        assertThat(second.key()).isEqualTo(first.key());
        assertThat(policy(second)).isEqualTo("suggest_split");
        assertThat(second.at("/ticket/subject").asText()).isEqualTo("Invoice for the tax office");
        assertThat(policy(third)).isEqualTo("append");
    }

    @Test
    void a_second_mail_about_the_same_is_a_hint_only() {
        var shop = shop("threads-topic");
        var first = next(shop, Mail.from(ANN).id("t1@customer.example").subject("Order 1001"));

        var second = next(shop, Mail.from(ANN).id("t2@customer.example").subject("Re: Order 1001"));

        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(policy(second)).isEqualTo("suggest_merge");
        assertThat(second.at("/message/threadMatch/alternatives/0/rule").asText())
                .isEqualTo("same_topic");
    }

    @Test
    void a_question_that_comes_after_its_answer_joins_it() {
        var shop = shop("threads-late");
        var answer = next(
                shop,
                Mail.from(ANN).id("l2@customer.example").subject("Re: Late").answers("l1@customer.example"));

        var question = next(shop, Mail.from(ANN).id("l1@customer.example").subject("Late"));

        assertThat(question.key()).isEqualTo(answer.key());
    }

    /** Eve named the id before its mail came in, and does not get that mail by it. */
    @Test
    void whoever_names_an_id_first_does_not_get_the_mail_that_has_it() {
        var shop = shop("threads-trap");
        var trap = next(
                shop,
                Mail.from(EVE).id("x2@stranger.example").subject("Re: hello").answers("x1@customer.example"));

        var question = next(shop, Mail.from(ANN).id("x1@customer.example").subject("Something private"));
        var more = next(
                shop,
                Mail.from(ANN)
                        .id("x3@customer.example")
                        .subject("Re: Something private")
                        .answers("x1@customer.example"));

        assertThat(question.key()).isNotEqualTo(trap.key());
        assertThat(more.key()).isEqualTo(question.key());
    }

    @Test
    void a_sender_who_is_not_who_he_says_is_not_believed() {
        var shop = shop("threads-forged", Map.of("authserv_id", "mx.shop.example"));
        var first = next(shop, Mail.from(ANN).id("f1@customer.example").subject("Refund"));

        var forged = next(
                shop,
                Mail.from(ANN)
                        .field(
                                "Authentication-Results",
                                "mx.shop.example; spf=fail; dmarc=fail (p=reject) header.from=customer.example")
                        .id("f2@customer.example")
                        .subject("Re: Refund")
                        .answers("f1@customer.example"));
        var believed = next(
                shop,
                Mail.from(ANN)
                        .field("Authentication-Results", "mx.evil.example; dmarc=fail")
                        .id("f3@customer.example")
                        .subject("Re: Refund")
                        .answers("f1@customer.example"));

        assertThat(forged.key()).isNotEqualTo(first.key());
        assertThat(forged.at("/message/email/authentication/dmarc").asText()).isEqualTo("fail");
        assertThat(believed.key()).isEqualTo(first.key());
    }

    @Test
    void two_mailboxes_of_a_merchant_know_nothing_of_each_others_mails() {
        var one = shop("threads-box-one");
        var two = shop("threads-box-two");
        var first = next(one, Mail.from(ANN).id("b1@customer.example").subject("Passed on"));

        var forwarded = next(
                two,
                Mail.from(ANN)
                        .id("b2@customer.example")
                        .subject("Fwd: Passed on")
                        .answers("b1@customer.example"));

        assertThat(forwarded.key()).isNotEqualTo(first.key());
        assertThat(policy(forwarded)).isEqualTo("new");
    }

    private static ConnectionRef shop(String name) {
        return shop(name, Map.of());
    }

    private static ConnectionRef shop(String name, Map<String, String> settings) {
        return Hub.connect("email", name, name + "@shop.example", settings, "hook_token");
    }

    /** Posts a mail to the connection and gives the event that came of it. */
    private static Event next(ConnectionRef shop, Mail mail) {
        var before = TicketsTopic.of(shop).size();
        mail.to(shop.account()).post(shop);
        return TicketsTopic.await(shop, before + 1).getLast();
    }

    private static String rule(Event event) {
        return event.at("/message/threadMatch/rule").asText();
    }

    private static String policy(Event event) {
        return event.at("/ticket/policy").asText();
    }

    private static String answeredTo(Event event) {
        return Hub.bean(JdbcTemplate.class)
                .queryForObject(
                        "select return_address::jsonb #>> '{fields,to}' from thread where thread_id = ?::uuid",
                        String.class,
                        event.key());
    }
}
