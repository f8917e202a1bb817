package io.switchboard.gateway.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.switchboard.connector.Body;
import io.switchboard.connector.NotSentException;
import io.switchboard.connector.Secret;
import io.switchboard.connector.SmtpAnswer;
import io.switchboard.connector.SmtpPort.Credentials;
import io.switchboard.connector.SmtpPort.Mechanism;
import io.switchboard.connector.SmtpPort.Security;
import io.switchboard.connector.SmtpPort.Server;
import io.switchboard.gateway.ports.ScriptedSmtp.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

class GatewaySmtpTest {

    private static final PortsProperties.Smtp BOUNDS = new PortsProperties.Smtp(
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofMillis(1500),
            2,
            Duration.ofMillis(100),
            "hub.example");
    private static final String FROM = "support@shop.example";
    private static final List<String> TO = List.of("anna@example.org");
    private static final Body MAIL =
            Body.of("Subject: re\r\n\r\n.a line with a dot\r\n..two\r\nÅ as one byte \u00e9\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1));

    private final ScriptedSmtp server = new ScriptedSmtp();
    private final GatewaySmtp smtp;

    GatewaySmtpTest() throws NoSuchAlgorithmException {
        this.smtp = new GatewaySmtp(BOUNDS, SSLContext.getDefault());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    // ---------------------------------------------------------------- taken

    @Test
    void a_mail_arrives_byte_for_byte() throws IOException {
        var answer = smtp.send(plain(), FROM, TO, MAIL);

        assertThat(answer).matches(is(250, "2.0.0"));
        assertThat(server.mail()).isEqualTo(MAIL.bytes());
        assertThat(server.commands())
                .startsWith(
                        "EHLO hub.example",
                        "MAIL FROM:<support@shop.example> SIZE=" + MAIL.size() + " BODY=8BITMIME",
                        "RCPT TO:<anna@example.org>",
                        "DATA");
    }

    @Test
    void a_reply_other_than_250_is_still_yes() throws IOException {
        server.reply(Step.RCPT, "251 2.1.5 will forward").reply(Step.FINAL_DOT, "252 so be it");

        assertThat(smtp.send(plain(), FROM, TO, MAIL)).matches(is(252, ""));
    }

    @Test
    void the_null_return_path_stays_null() throws IOException {
        smtp.send(plain(), "", TO, MAIL);

        assertThat(server.commands()).anySatisfy(command -> assertThat(command).startsWith("MAIL FROM:<> "));
    }

    @Test
    void a_connection_lost_after_the_250_changes_nothing() throws IOException {
        server.hangUpAt(Step.QUIT);

        assertThat(smtp.send(plain(), FROM, TO, MAIL).isAccepted()).isTrue();
    }

    @Test
    void a_server_that_speaks_only_smtp_gets_no_parameters() throws IOException {
        server.reply(Step.EHLO, "250 old");

        assertThat(smtp.send(plain(), FROM, TO, MAIL).isAccepted()).isTrue();
        assertThat(server.commands()).contains("MAIL FROM:<support@shop.example>");
    }

    // ---------------------------------------------------------------- the server's word

    @Test
    void a_greeting_554_is_the_servers_word() throws IOException {
        server.reply(Step.GREETING, "554 5.7.1 not you");

        assertThat(smtp.send(plain(), FROM, TO, MAIL)).matches(is(554, "5.7.1"));
    }

    @Test
    void a_greeting_421_is_the_servers_word() throws IOException {
        server.reply(Step.GREETING, "421 too busy");

        assertThat(smtp.send(plain(), FROM, TO, MAIL)).matches(is(421, ""));
    }

    @Test
    void a_sender_may_be_refused() throws IOException {
        server.reply(Step.MAIL, "550-5.7.60 no\r\n550 5.7.60 permission");

        assertThat(smtp.send(plain(), FROM, TO, MAIL)).matches(is(550, "5.7.60"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.7.1 greylisted", "550 5.1.1 no such user"})
    void a_recipient_may_be_refused(String reply) throws IOException {
        server.reply(Step.RCPT, reply);

        var answer = smtp.send(plain(), FROM, TO, MAIL);

        assertThat(answer.code() + " " + answer.enhancedCode()).isEqualTo(reply.substring(0, 9));
        assertThat(server.commands()).doesNotContain("DATA");
    }

    @Test
    void one_refused_recipient_stops_the_mail_for_all() throws IOException {
        server.reply(Step.RCPT, "550 5.1.1 no such user");

        smtp.send(plain(), FROM, List.of("anna@example.org", "ben@example.org"), MAIL);

        assertThat(server.commands())
                .contains("RCPT TO:<anna@example.org>")
                .doesNotContain("RCPT TO:<ben@example.org>", "DATA");
    }

    @Test
    void data_may_be_refused() throws IOException {
        server.reply(Step.DATA, "552 5.3.4 too big");

        assertThat(smtp.send(plain(), FROM, TO, MAIL)).matches(is(552, "5.3.4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.3.0 later", "554 5.6.0 spam"})
    void the_mail_may_be_refused_after_the_final_dot(String reply) throws IOException {
        server.reply(Step.FINAL_DOT, reply);

        var answer = smtp.send(plain(), FROM, TO, MAIL);

        assertThat(answer.code() + " " + answer.enhancedCode()).isEqualTo(reply.substring(0, 9));
    }

    @Test
    void a_server_that_refuses_and_hangs_up_has_refused() throws IOException {
        server.reply(Step.FINAL_DOT, "554 5.7.1 spam").resetAt(Step.RSET);

        assertThat(smtp.send(plain(), FROM, TO, MAIL)).matches(is(554, "5.7.1"));
    }

    // ---------------------------------------------------------------- certainly not sent

    @Test
    void a_refused_connection_is_not_sent() throws IOException {
        var nobody = new Server("127.0.0.1", RawServer.closedPort(), Security.NONE, Optional.empty());

        assertThatThrownBy(() -> smtp.send(nobody, FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
    }

    @Test
    void an_unknown_host_is_not_sent() {
        var nowhere = new Server("host.invalid", 25, Security.NONE, Optional.empty());

        assertThatThrownBy(() -> smtp.send(nowhere, FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"AUTH", "FINAL_DOT", "RSET", "QUIT"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_connection_lost_before_the_final_dot_is_not_sent(Step step) {
        server.hangUpAt(step);

        assertThatThrownBy(() -> smtp.send(plain(), FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"AUTH", "FINAL_DOT", "RSET", "QUIT"},
            mode = EnumSource.Mode.EXCLUDE)
    void silence_before_the_final_dot_is_not_sent(Step step) {
        server.silentAt(step);

        assertThatThrownBy(() -> smtp.send(plain(), FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
    }

    @Test
    void a_connection_reset_in_the_middle_of_the_mail_is_not_sent() throws IOException {
        var mail = Body.of(new byte[40_000_000]);
        try (var reset = RawServer.start(client -> {
            for (var reply : List.of("220 hi", "250 hi", "250 ok", "250 ok", "354 go")) {
                client.answer(reply + "\r\n");
            }
            client.socket().getInputStream().readNBytes(100_000);
            client.socket().setSoLinger(true, 0);
        })) {
            var server = new Server("127.0.0.1", reset.port(), Security.NONE, Optional.empty());

            assertThatThrownBy(() -> smtp.send(server, FROM, TO, mail)).isInstanceOf(NotSentException.class);
        }
    }

    @Test
    void a_server_without_starttls_is_told_nothing() {
        var server = new Server("127.0.0.1", this.server.port(), Security.STARTTLS, credentials("secret"));

        assertThatThrownBy(() -> smtp.send(server, FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
        assertThat(this.server.commands()).doesNotContain("AUTH", "DATA").noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void an_endless_reply_ends_with_the_session() {
        server.drippingAt(Step.MAIL);

        assertThatThrownBy(() -> smtp.send(plain(), FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
    }

    @Test
    void a_mail_without_a_slot_is_not_sent() throws InterruptedException {
        server.silentAt(Step.GREETING);
        var first = Thread.ofVirtual()
                .start(() -> assertThat(catchThrowable(this::send)).isNotNull());
        var second = Thread.ofVirtual()
                .start(() -> assertThat(catchThrowable(this::send)).isNotNull());
        await().until(() -> server.connections() == 2);

        assertThatThrownBy(this::send).isInstanceOf(NotSentException.class).hasMessageContaining("slots");

        first.join();
        second.join();
    }

    // ---------------------------------------------------------------- nobody knows

    @Test
    void a_connection_lost_after_the_final_dot_may_have_been_taken() {
        server.hangUpAt(Step.FINAL_DOT);

        assertMaybeTaken(catchThrowable(this::send));
        assertThat(server.mail()).isEqualTo(MAIL.bytes());
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void a_connection_reset_after_the_final_dot_may_have_been_taken() {
        server.resetAt(Step.FINAL_DOT);

        assertMaybeTaken(catchThrowable(this::send));
    }

    @Test
    void silence_after_the_final_dot_may_have_been_taken() {
        server.silentAt(Step.FINAL_DOT);

        assertMaybeTaken(catchThrowable(this::send));
    }

    @Test
    void an_endless_reply_after_the_final_dot_may_have_been_taken() {
        server.drippingAt(Step.FINAL_DOT);

        assertMaybeTaken(catchThrowable(this::send));
    }

    @Test
    void nonsense_after_the_final_dot_may_have_been_taken() {
        server.reply(Step.FINAL_DOT, "what?");

        assertMaybeTaken(catchThrowable(this::send));
    }

    @Test
    void a_caller_who_is_stopped_does_not_know() throws InterruptedException {
        server.silentAt(Step.FINAL_DOT);
        var failure = new AtomicReference<@Nullable Throwable>();
        var caller = Thread.ofVirtual().start(() -> failure.set(catchThrowable(this::send)));
        await().until(() -> server.mail().length > 0);

        caller.interrupt();
        caller.join();

        assertMaybeTaken(failure.get());
    }

    // ---------------------------------------------------------------- addresses

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@",
                "anna@example.org>\r\nDATA",
                "anna@example.org> NOTIFY=NEVER",
                "a b@example.org",
                "<anna@example.org>"
            })
    void an_address_that_no_server_could_read_never_leaves(String address) throws IOException {
        assertThat(smtp.send(plain(), FROM, List.of(address), MAIL)).matches(is(553, "5.1.3"));
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b@docomo.example", "\"a b\"@example.org", "a+b=c/d@example.org", "x@[127.0.0.1]"})
    void an_unusual_address_is_tried(String address) throws IOException {
        assertThat(smtp.send(plain(), FROM, List.of(address), MAIL).isAccepted())
                .isTrue();
        assertThat(server.commands()).contains("RCPT TO:<" + address + ">");
    }

    @Test
    void an_address_beyond_ascii_needs_a_server_for_it() throws IOException {
        assertThat(smtp.send(plain(), FROM, List.of("jürgen@example.org"), MAIL))
                .matches(is(553, "5.6.7"));

        server.reply(Step.EHLO, "250-scripted\r\n250 SMTPUTF8");

        assertThat(smtp.send(plain(), FROM, List.of("jürgen@example.org"), MAIL).isAccepted())
                .isTrue();
        assertThat(server.commands())
                .contains("MAIL FROM:<support@shop.example> SMTPUTF8", "RCPT TO:<jürgen@example.org>");
    }

    // ---------------------------------------------------------------- TLS and login

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "IMPLICIT_TLS"})
    void logs_in_and_submits_over_tls(Security security)
            throws IOException, InterruptedException, GeneralSecurityException {
        var tls = TestTls.localhost();
        var received = new AtomicReference<>(new byte[0]);
        var submission = submissionServer(tls, security, received);
        try {
            var trusting = new GatewaySmtp(BOUNDS, tls.trusting());
            var server = new Server("localhost", submission.getPortAllocated(), security, credentials("secret"));

            assertThat(trusting.send(server, FROM, TO, MAIL).isAccepted()).isTrue();
            assertThat(received.get()).isEqualTo(MAIL.bytes());
        } finally {
            submission.stop();
        }
    }

    @Test
    void a_wrong_password_is_the_servers_word() throws IOException, InterruptedException, GeneralSecurityException {
        var tls = TestTls.localhost();
        var submission = submissionServer(tls, Security.STARTTLS, new AtomicReference<>(new byte[0]));
        try {
            var trusting = new GatewaySmtp(BOUNDS, tls.trusting());
            var server =
                    new Server("localhost", submission.getPortAllocated(), Security.STARTTLS, credentials("wrong"));

            assertThat(trusting.send(server, FROM, TO, MAIL).code()).isEqualTo(535);
        } finally {
            submission.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"STARTTLS", "IMPLICIT_TLS"})
    void a_certificate_nobody_vouches_for_is_not_sent_to(Security security)
            throws IOException, InterruptedException, GeneralSecurityException {
        var received = new AtomicReference<>(new byte[0]);
        var submission = submissionServer(TestTls.localhost(), security, received);
        try {
            var server = new Server("localhost", submission.getPortAllocated(), security, credentials("secret"));

            assertThatThrownBy(() -> smtp.send(server, FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
            assertThat(received.get()).isEmpty();
        } finally {
            submission.stop();
        }
    }

    @Test
    void a_certificate_for_another_name_is_not_sent_to()
            throws IOException, InterruptedException, GeneralSecurityException {
        var tls = TestTls.localhost();
        var submission = submissionServer(tls, Security.STARTTLS, new AtomicReference<>(new byte[0]));
        try {
            var trusting = new GatewaySmtp(BOUNDS, tls.trusting());
            var server = new Server("127.0.0.1", submission.getPortAllocated(), Security.STARTTLS, Optional.empty());

            assertThatThrownBy(() -> trusting.send(server, FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
        } finally {
            submission.stop();
        }
    }

    // ---------------------------------------------------------------- tokens

    @Test
    void an_access_token_is_shown_by_xoauth2_even_where_passwords_are_offered() throws IOException {
        server.reply(Step.EHLO, "250-scripted\r\n250 AUTH PLAIN LOGIN XOAUTH2").reply(Step.AUTH, "235 2.7.0 welcome");

        assertThat(smtp.send(withToken(), FROM, TO, MAIL).isAccepted()).isTrue();

        var shown = "user=shop\u0001auth=Bearer token-1\u0001\u0001".getBytes(StandardCharsets.US_ASCII);
        assertThat(server.commands())
                .contains("AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(shown));
    }

    @Test
    void an_access_token_is_not_shown_as_a_password() throws IOException {
        server.reply(Step.EHLO, "250-scripted\r\n250 AUTH PLAIN LOGIN");

        assertThatThrownBy(() -> smtp.send(withToken(), FROM, TO, MAIL)).isInstanceOf(NotSentException.class);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void an_access_token_that_is_refused_is_the_servers_word() throws IOException {
        server.reply(Step.EHLO, "250-scripted\r\n250 AUTH XOAUTH2").reply(Step.AUTH, "535 5.7.8 expired");

        var answer = smtp.send(withToken(), FROM, TO, MAIL);

        assertThat(answer.code()).isEqualTo(535);
        assertThat(answer.enhancedCode()).isEqualTo("5.7.8");
    }

    @Test
    void a_refusal_that_is_explained_first_is_the_servers_word() throws IOException {
        server.reply(Step.EHLO, "250-scripted\r\n250 AUTH XOAUTH2").believing("token-2");

        var answer = smtp.send(withToken(), FROM, TO, MAIL);

        assertThat(answer).matches(is(535, "5.7.8"));
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    private Server withToken() {
        var token = new Credentials("shop", Secret.of("token-1"), Mechanism.XOAUTH2);
        return new Server("127.0.0.1", server.port(), Security.NONE, Optional.of(token));
    }

    private SmtpAnswer send() throws IOException {
        return smtp.send(plain(), FROM, TO, MAIL);
    }

    private static Predicate<SmtpAnswer> is(int code, String enhancedCode) {
        return answer -> answer.code() == code && answer.enhancedCode().equals(enhancedCode);
    }

    private Server plain() {
        return new Server("127.0.0.1", server.port(), Security.NONE, Optional.empty());
    }

    private static Optional<Credentials> credentials(String password) {
        return Optional.of(new Credentials("shop", Secret.of(password)));
    }

    private static void assertMaybeTaken(@Nullable Throwable failure) {
        assertThat(failure).isInstanceOf(IOException.class).isNotInstanceOf(NotSentException.class);
    }

    private static SMTPServer submissionServer(TestTls tls, Security security, AtomicReference<byte[]> received)
            throws GeneralSecurityException {
        var server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("shop") || !password.equals("secret")) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((context, from, to, data) -> received.set(data));
        if (security == Security.STARTTLS) {
            server.requireTLS().startTlsSocketFactory(tls.serving());
        } else {
            server.serverSocketFactory(tls.serving());
        }
        var built = server.build();
        built.start();
        return built;
    }
}
