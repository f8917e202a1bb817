package io.switchboard.gateway.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.connector.Headers;
import io.switchboard.gateway.ports.TestTls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SmtpReceiverTest {

    private static final byte[] MAIL =
            "Subject: hello\r\n\r\n.first\r\n\r\n..second\r\nbare\nline and \u00e9 and \u0000\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private static final int SLACK = 128 * 1024;

    private final MailEdge edge = new MailEdge();
    private final SmtpReceiver receiver = receiver(Duration.ofSeconds(5), SmtpTls.NONE);

    private SmtpReceiver receiver(Duration timeout, SmtpTls tls) {
        var properties = new MailIntakeProperties.Smtp(
                true,
                InetAddress.getLoopbackAddress(),
                0,
                "mx.hub.example",
                "",
                DataSize.ofMegabytes(1),
                3,
                10,
                timeout,
                Duration.ofSeconds(5));
        return new SmtpReceiver(properties, edge.connections, edge.intake, edge.memory, tls);
    }

    @BeforeEach
    void start() {
        edge.registry.add(MailEdge.connection("email", "shop", "Support@Shop.example", Map.of()));
        edge.registry.add(MailEdge.connection("email", "plus", "info+de@shop.example", Map.of()));
        edge.registry.add(MailEdge.connection("sms", "text", "text@shop.example", Map.of()));
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop();
    }

    // ---------------------------------------------------------------- taken

    @Test
    void a_mail_is_journaled_byte_for_byte_with_its_envelope() throws IOException {
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .isEqualTo("250 2.0.0 taken");
        }

        assertThat(edge.journal.entries()).hasSize(1);
        var entry = edge.journal.entries().getFirst();
        assertThat(entry.connection().name()).isEqualTo("shop");
        assertThat(entry.delivery().body().bytes()).isEqualTo(MAIL);
        assertThat(entry.delivery().method()).isEqualTo("SMTP");
        assertThat(entry.delivery().target()).isEqualTo("smtp:");
        assertThat(entry.delivery().receivedAt()).isEqualTo(MailEdge.NOW);
        assertThat(entry.delivery().headers())
                .isEqualTo(Headers.of(Map.of(
                        "content-type", List.of("message/rfc822"),
                        "envelope-from", List.of("anna@example.org"),
                        "envelope-to", List.of("support@shop.example"))));
        assertThat(edge.received).containsExactly(entry.delivery().id());
        assertThat(edge.counted("switchboard.deliveries.received", "connector", "email", "way", "smtp"))
                .isEqualTo(1);
    }

    @Test
    void a_bounce_has_an_empty_sender() throws IOException {
        try (var client = client()) {
            client.mail("", "support@shop.example", MAIL);
        }

        assertThat(edge.journal.entries().getFirst().delivery().headers().all("envelope-from"))
                .containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "support@shop.example",
                "SUPPORT@SHOP.EXAMPLE",
                "support+t0ken@shop.example",
                "Support+a+b@Shop.Example"
            })
    void an_account_is_addressed_in_any_case_and_with_a_detail(String address) throws IOException {
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", address, MAIL)).startsWith("250");
        }

        assertThat(edge.journal.entries())
                .extracting(entry -> entry.connection().name())
                .containsExactly("shop");
        assertThat(edge.journal.entries().getFirst().delivery().headers().all("envelope-to"))
                .containsExactly(address);
    }

    @Test
    void an_account_that_has_a_plus_itself_is_meant_exactly() throws IOException {
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "info+de@shop.example", MAIL))
                    .startsWith("250");
            assertThat(client.mail("anna@example.org", "info+fr@shop.example", MAIL))
                    .startsWith("550");
        }
    }

    @Test
    void every_addressed_connection_gets_the_mail_once() throws IOException {
        try (var client = client()) {
            client.say("MAIL FROM:<anna@example.org>");
            client.say("RCPT TO:<support@shop.example>");
            client.say("RCPT TO:<support+1@shop.example>");
            client.say("RCPT TO:<info+de@shop.example>");
            assertThat(client.data(MAIL)).startsWith("250");
        }

        assertThat(edge.journal.entries())
                .extracting(entry -> entry.connection().name())
                .containsExactly("shop", "plus");
        assertThat(edge.journal.entries().getFirst().delivery().headers().all("envelope-to"))
                .containsExactly("support@shop.example", "support+1@shop.example");
    }

    @Test
    void a_mail_without_a_byte_is_a_mail() throws IOException {
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", new byte[0]))
                    .startsWith("250");
        }

        assertThat(edge.journal.entries().getFirst().delivery().body().size()).isZero();
    }

    @Test
    void several_mails_come_over_one_connection() throws IOException {
        try (var client = client()) {
            client.mail("anna@example.org", "support@shop.example", "one\r\n".getBytes(StandardCharsets.US_ASCII));
            client.mail("anna@example.org", "support@shop.example", "two\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(edge.journal.entries())
                .extracting(entry -> entry.delivery().body().asText())
                .containsExactly("one\r\n", "two\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b@docomo.example", "x y@example.org", "jürgen@example.org", "@weird"})
    void a_sender_is_taken_as_it_is_written(String sender) throws IOException {
        try (var client = client()) {
            assertThat(client.mail(sender, "support@shop.example", MAIL)).startsWith("250");
        }

        assertThat(edge.journal.entries().getFirst().delivery().headers().first("envelope-from"))
                .contains(sender);
    }

    // ---------------------------------------------------------------- refused

    @ParameterizedTest
    @ValueSource(strings = {"nobody@shop.example", "support@other.example", "text@shop.example", "", "+@shop.example"})
    void a_stranger_is_unknown(String address) throws IOException {
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", address, MAIL)).startsWith("550 5.1.1");
        }

        assertThat(edge.journal.entries()).isEmpty();
        assertThat(edge.counted("switchboard.deliveries.rejected", "connector", "none", "reason", "unknown_recipient"))
                .isEqualTo(1);
    }

    @Test
    void a_connection_that_comes_while_running_is_known() throws IOException {
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "new@shop.example", MAIL))
                    .startsWith("550");
            client.say("RSET");

            edge.registry.add(MailEdge.connection("email", "new", "new@shop.example", Map.of()));

            assertThat(client.mail("anna@example.org", "new@shop.example", MAIL))
                    .startsWith("250");
        }
    }

    @Test
    void a_mail_that_cannot_be_stored_is_kept_by_its_sender_and_taken_once_later() throws IOException {
        edge.journal.goAway();
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .startsWith("451 4.3.0");
            assertThat(edge.counted(
                            "switchboard.deliveries.rejected", "connector", "email", "reason", "journal_unavailable"))
                    .isEqualTo(1);

            edge.journal.comeBack();

            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .startsWith("250");
        }
        assertThat(edge.journal.entries()).hasSize(1);
        assertThat(edge.journal.entries().getFirst().delivery().body().bytes()).isEqualTo(MAIL);
    }

    @Test
    void a_mail_announced_too_large_is_refused_at_once() throws IOException {
        try (var client = client()) {
            assertThat(client.say("MAIL FROM:<anna@example.org> SIZE=1048577")).startsWith("552 5.3.4");
            assertThat(client.say("MAIL FROM:<anna@example.org> SIZE=99999999999999999999"))
                    .startsWith("552 5.3.4");
            assertThat(client.say("MAIL FROM:<anna@example.org> SIZE=1048576")).startsWith("250");
        }
    }

    @Test
    void a_mail_of_the_limit_is_taken_and_one_byte_more_is_not() throws IOException {
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", lines(1 << 20)))
                    .startsWith("250");
            assertThat(client.mail("anna@example.org", "support@shop.example", lines((1 << 20) + 1)))
                    .startsWith("552 5.3.4");
        }

        assertThat(edge.journal.entries()).hasSize(1);
        assertThat(edge.counted("switchboard.deliveries.rejected", "connector", "email", "reason", "too_large"))
                .isEqualTo(1);
    }

    @Test
    void what_follows_in_a_mail_that_is_too_large_is_not_taken_for_commands() throws IOException {
        var mail = new ByteArrayOutputStream();
        mail.write(lines(1 << 20));
        mail.write("x\r\nRSET\r\nMAIL FROM:<evil@example.org>\r\nRCPT TO:<support@shop.example>\r\nDATA\r\nevil\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", mail.toByteArray()))
                    .startsWith("552");
            assertThat(client.say("NOOP")).startsWith("250");
            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .startsWith("250");
        }

        assertThat(edge.journal.entries()).hasSize(1);
    }

    @Test
    void a_mail_without_an_end_is_cut_off() throws IOException {
        try (var client = client()) {
            client.say("MAIL FROM:<anna@example.org>");
            client.say("RCPT TO:<support@shop.example>");
            client.say("DATA");
            client.send(lines(2 << 20));
            client.send(lines(SLACK));

            assertThat(client.hear()).startsWith("552");
            assertThat(client.hear()).isEqualTo("[closed]");
        }
    }

    @Test
    void mails_beyond_the_memory_are_asked_to_come_again() throws IOException, InterruptedException {
        var share = edge.memory.share();
        share.grow(2 << 20);
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .startsWith("452 4.3.1");

            share.close();

            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .startsWith("250");
        }
    }

    @Test
    void a_torn_mail_is_no_mail() throws IOException {
        try (var client = client()) {
            client.say("MAIL FROM:<anna@example.org>");
            client.say("RCPT TO:<support@shop.example>");
            client.say("DATA");
            client.send("Subject: torn\r\n\r\nhalf of".getBytes(StandardCharsets.US_ASCII));
        }
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .startsWith("250");
        }

        assertThat(edge.journal.entries()).hasSize(1);
    }

    @Test
    void a_dot_between_bare_line_feeds_does_not_end_a_mail() throws IOException {
        var smuggled =
                "Subject: x\r\n\r\nbody\n.\nMAIL FROM:<evil@example.org>\r\n".getBytes(StandardCharsets.US_ASCII);
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", smuggled))
                    .startsWith("250");
        }

        assertThat(edge.journal.entries()).hasSize(1);
        assertThat(edge.journal.entries().getFirst().delivery().body().bytes()).isEqualTo(smuggled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r.\r\n", "\r\n.\n", "\r\n.\r", "\r.\r"})
    void only_a_dot_between_whole_line_ends_ends_a_mail(String trick) throws IOException {
        try (var client = client()) {
            client.say("MAIL FROM:<anna@example.org>");
            client.say("RCPT TO:<support@shop.example>");
            client.say("DATA");
            var smuggled =
                    "body" + trick + "MAIL FROM:<evil@example.org>\r\nRCPT TO:<info+de@shop.example>\r\nDATA\r\nevil";

            client.send((smuggled + "\r\n.\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(client.hear()).startsWith("250");
            assertThat(client.say("NOOP")).startsWith("250");
        }
        assertThat(edge.journal.entries())
                .extracting(entry -> entry.connection().name())
                .containsExactly("shop");
    }

    @Test
    void a_command_behind_a_bare_line_feed_is_not_obeyed() throws IOException {
        try (var client = client()) {
            client.send("NOOP\nMAIL FROM:<evil@example.org>\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(client.hear()).startsWith("501");
            assertThat(client.hear()).isEqualTo("[closed]");
        }
    }

    @Test
    void a_command_without_end_is_cut_off() throws IOException {
        try (var client = client()) {
            client.send(("MAIL FROM:<" + "x".repeat(5_000)).getBytes(StandardCharsets.US_ASCII));

            assertThat(client.hear()).startsWith("501");
            assertThat(client.hear()).isEqualTo("[closed]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "support%other.example@shop.example",
                "support@shop.example@other.example",
                "@shop.example:victim@other.example",
                "\"support@shop.example\"@other.example",
                "other.example!support@shop.example"
            })
    void nothing_is_relayed(String address) throws IOException {
        try (var client = client()) {
            assertThat(client.mail("anna@example.org", address, MAIL)).startsWith("550 5.1.1");
        }
    }

    @Test
    void recipients_beyond_the_limit_are_asked_to_come_again() throws IOException {
        try (var client = client()) {
            client.say("MAIL FROM:<anna@example.org>");
            for (var number = 0; number < 10; number++) {
                assertThat(client.say("RCPT TO:<support+" + number + "@shop.example>"))
                        .startsWith("250");
            }
            assertThat(client.say("RCPT TO:<support+10@shop.example>")).startsWith("452 4.5.3");

            assertThat(client.data(MAIL)).startsWith("250");
        }

        assertThat(edge.journal.entries().getFirst().delivery().headers().all("envelope-to"))
                .hasSize(10);
    }

    @Test
    void a_whole_conversation_may_be_sent_at_once() throws IOException {
        var conversation = """
                EHLO client.example
                MAIL FROM:<anna@example.org> SIZE=20 BODY=8BITMIME SMTPUTF8
                RCPT TO:<nobody@shop.example>
                RCPT TO:<support@shop.example>
                DATA
                Subject: one
                .
                MAIL FROM:<anna@example.org>
                RCPT TO:<support@shop.example>
                DATA
                Subject: two
                .
                QUIT
                """.replace("\n", "\r\n");
        try (var client = new RawSmtpClient(receiver.port())) {
            client.send(conversation.getBytes(StandardCharsets.US_ASCII));

            var codes = new ArrayList<String>();
            for (var reply = client.hear(); !reply.equals("[closed]"); reply = client.hear()) {
                codes.add(reply.substring(0, 3));
            }
            assertThat(codes)
                    .containsExactly(
                            "220", "250", "250", "550", "250", "354", "250", "250", "250", "354", "250", "221");
        }
        assertThat(edge.journal.entries())
                .extracting(entry -> entry.delivery().body().asText())
                .containsExactly("Subject: one\r\n", "Subject: two\r\n");
    }

    @Test
    void addresses_beyond_ascii_are_understood() throws IOException {
        edge.registry.add(MailEdge.connection("email", "idn", "hilfe@xn--mnchen-3ya.example", Map.of()));
        edge.registry.add(MailEdge.connection("email", "local", "f\u00fcr@shop.example", Map.of()));
        try (var client = client()) {
            assertThat(client.mail("j\u00fcrgen@example.org", "Hilfe@M\u00fcnchen.example", MAIL))
                    .startsWith("250");
            assertThat(client.mail("anna@example.org", "f\u00fcr+1@shop.example", MAIL))
                    .startsWith("250");
        }

        assertThat(edge.journal.entries())
                .extracting(entry -> entry.connection().name())
                .containsExactly("idn", "local");
    }

    // ---------------------------------------------------------------- slow ones

    @Test
    void a_command_that_comes_byte_by_byte_is_cut_off() throws IOException {
        var impatient = receiver(Duration.ofSeconds(1), SmtpTls.NONE);
        impatient.start();
        try (var client = RawSmtpClient.greeted(impatient.port())) {
            assertThat(cutOff(client)).startsWith("421 4.4.2");
        } finally {
            impatient.stop();
        }
    }

    @Test
    void a_mail_that_comes_byte_by_byte_is_cut_off() throws IOException {
        var impatient = receiver(Duration.ofSeconds(1), SmtpTls.NONE);
        impatient.start();
        try (var client = RawSmtpClient.greeted(impatient.port())) {
            client.say("MAIL FROM:<anna@example.org>");
            client.say("RCPT TO:<support@shop.example>");
            client.say("DATA");

            assertThat(cutOff(client)).startsWith("421 4.4.2");
        } finally {
            impatient.stop();
        }
        assertThat(edge.journal.entries()).isEmpty();
    }

    @Test
    void words_that_are_no_command_buy_no_time() throws IOException {
        var impatient = receiver(Duration.ofSeconds(1), SmtpTls.NONE);
        impatient.start();
        try (var client = RawSmtpClient.greeted(impatient.port())) {
            await().atMost(Duration.ofSeconds(4))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        var reply = client.say("HURZ");
                        return reply.startsWith("421") || reply.startsWith("[closed]");
                    });
        } finally {
            impatient.stop();
        }
    }

    /** Sends a byte now and then until the other side says something. */
    private static String cutOff(RawSmtpClient client) throws IOException {
        var sender = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    client.send(new byte[] {'N'});
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            } catch (IOException closed) {
                // That is what the test waits for.
            }
        });
        try {
            return client.hear();
        } finally {
            sender.interrupt();
        }
    }

    // ---------------------------------------------------------------- TLS

    @Test
    void without_a_certificate_tls_is_not_offered() throws IOException {
        try (var client = client()) {
            assertThat(client.say("EHLO client.example")).doesNotContain("STARTTLS");
            assertThat(client.say("STARTTLS")).startsWith("502 5.5.1");
        }
    }

    @Test
    void a_mail_is_taken_over_tls() throws Exception {
        try (var secure = new Secure()) {
            var client = secure.client;
            assertThat(client.say("EHLO client.example")).contains("250-STARTTLS\n");
            assertThat(client.say("STARTTLS now")).startsWith("501");
            assertThat(client.say("STARTTLS")).startsWith("220");
            client.shakeHands(TestTls.localhost().trusting());

            assertThat(client.say("EHLO client.example")).doesNotContain("STARTTLS");
            assertThat(client.say("STARTTLS")).startsWith("503 5.5.1");
            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .startsWith("250");
        }
        assertThat(edge.journal.entries().getFirst().delivery().body().bytes()).isEqualTo(MAIL);
    }

    @Test
    void what_was_said_before_tls_is_forgotten() throws Exception {
        try (var secure = new Secure()) {
            var client = secure.client;
            client.say("MAIL FROM:<evil@example.org>");
            client.say("RCPT TO:<support@shop.example>");
            client.say("STARTTLS");
            client.shakeHands(TestTls.localhost().trusting());

            assertThat(client.say("DATA")).startsWith("503");
        }
    }

    @Test
    void what_was_slipped_in_before_tls_is_not_obeyed() throws Exception {
        try (var secure = new Secure()) {
            var client = secure.client;
            client.send("STARTTLS\r\nMAIL FROM:<evil@example.org>\r\nRCPT TO:<support@shop.example>\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(client.hear()).startsWith("220");
            client.shakeHands(TestTls.localhost().trusting());

            assertThat(client.say("NOOP")).startsWith("250");
            assertThat(client.say("DATA")).startsWith("503");
        }
    }

    @Test
    void a_handshake_that_fails_ends_the_conversation() throws Exception {
        try (var secure = new Secure()) {
            var client = secure.client;
            client.say("STARTTLS");
            client.send("EHLO in.the.clear\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(client.untilClosed()).doesNotContain("250");
        }
        assertThat(edge.journal.entries()).isEmpty();
    }

    /** A receiver with a certificate, and a client of it. */
    private final class Secure implements AutoCloseable {

        private final SmtpReceiver secured;
        private final RawSmtpClient client;

        private Secure() throws Exception {
            var tls = TestTls.localhost().serving();
            secured = receiver(Duration.ofSeconds(5), new SmtpTls(() -> Optional.of(tls)));
            secured.start();
            client = RawSmtpClient.greeted(secured.port());
        }

        @Override
        public void close() throws IOException {
            client.close();
            secured.stop();
        }
    }

    // ---------------------------------------------------------------- what is not offered

    @Test
    void chunking_is_not_offered_and_not_done() throws IOException {
        try (var client = new RawSmtpClient(receiver.port())) {
            assertThat(client.hear()).startsWith("220 mx.hub.example ESMTP Switchboard");
            assertThat(client.say("EHLO client.example"))
                    .isEqualTo("250-mx.hub.example\n250-PIPELINING\n250-8BITMIME\n250-SMTPUTF8\n250 SIZE 1048576");
            client.say("MAIL FROM:<anna@example.org>");
            client.say("RCPT TO:<support@shop.example>");
            assertThat(client.say("BDAT 100000 LAST")).startsWith("502 5.5.1");
            assertThat(client.hear()).isEqualTo("[closed]");
        }

        assertThat(edge.journal.entries()).isEmpty();
    }

    @Test
    void a_connection_too_many_is_asked_to_come_again() throws IOException {
        try (var first = client();
                var second = client();
                var third = client();
                var fourth = new RawSmtpClient(receiver.port())) {
            assertThat(fourth.hear()).startsWith("421");
            assertThat(List.of(first.say("NOOP"), second.say("NOOP"), third.say("NOOP")))
                    .allMatch(ok -> ok.startsWith("250"));
        }
    }

    // ---------------------------------------------------------------- stopping

    @Test
    void a_stop_waits_for_the_mail_that_is_being_stored() throws IOException, InterruptedException {
        var storing = new CountDownLatch(1);
        var mayStore = new CountDownLatch(1);
        edge.journal.watchedBy(delivery -> {
            storing.countDown();
            try {
                mayStore.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        try (var client = client();
                var late = client()) {
            client.say("MAIL FROM:<anna@example.org>");
            client.say("RCPT TO:<support@shop.example>");
            client.say("DATA");
            client.send("hello\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
            storing.await();

            var stop = Thread.ofVirtual().start(receiver::stop);
            await().until(() ->
                    late.mail("anna@example.org", "support@shop.example", MAIL).startsWith("421"));
            mayStore.countDown();

            assertThat(client.hear()).startsWith("250");
            stop.join();
        }
        assertThat(edge.journal.entries()).hasSize(1);
        assertThat(receiver.isRunning()).isFalse();
    }

    @Test
    void who_says_nothing_is_told_of_the_stop() throws IOException {
        try (var client = client()) {
            receiver.stop();

            assertThat(client.hear()).startsWith("421 4.3.2");
        }
    }

    @Test
    void it_can_be_started_again() throws IOException {
        receiver.stop();
        receiver.start();

        try (var client = client()) {
            assertThat(client.mail("anna@example.org", "support@shop.example", MAIL))
                    .startsWith("250");
        }
    }

    private RawSmtpClient client() throws IOException {
        return RawSmtpClient.greeted(receiver.port());
    }

    /** So many bytes, in lines. */
    private static byte[] lines(int size) {
        var bytes = new byte[size];
        for (var at = 0; at < size; at++) {
            bytes[at] = (byte) (at % 80 == 78 ? '\r' : at % 80 == 79 ? '\n' : 'x');
        }
        bytes[size - 2] = '\r';
        bytes[size - 1] = '\n';
        return bytes;
    }
}
