package io.switchboard.sandbox.platforms.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.testing.SettableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpDoorTest {

    private final MailWorld world =
            MailWorld.start(MailSettings.sandbox(URI.create("http://127.0.0.1:1/hook")), new SettableClock());
    private final RawMail mail = world.customer(DemoCustomer.ADA).writes("hello", ".leading dot\r\n..two\r\nend");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void passes_a_mail_through_unharmed() throws Exception {
        send();

        assertThat(world.supportMailbox()).hasSize(1);
        assertThat(world.supportMailbox().getFirst().text()).startsWith(".leading dot\r\n..two\r\nend");
    }

    @Test
    void takes_the_mail_and_drops_the_connection_before_saying_so() throws Exception {
        world.door().failNext(new SmtpFault.DropAfterData());

        var lastReply = converse();

        assertThat(lastReply).startsWith("354");
        await().until(() -> world.supportMailbox().size() == 1);
    }

    @Test
    void drops_the_connection_before_the_mail() throws Exception {
        world.door().failNext(new SmtpFault.DropBeforeData());

        var lastReply = converse();

        assertThat(lastReply).startsWith("250");
        assertThat(world.supportMailbox()).isEmpty();
    }

    @Test
    void looks_to_a_mail_library_like_a_broken_network() {
        world.door().failNext(new SmtpFault.DropAfterData());

        assertThatThrownBy(this::send).isInstanceOf(MessagingException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {450, 550})
    void refuses_a_recipient(int code) {
        world.door().failNext(new SmtpFault.Refuse(code, "not today"));

        assertThatThrownBy(this::send)
                .isInstanceOf(SendFailedException.class)
                .extracting(e -> ((SendFailedException) e).getNextException())
                .isInstanceOfSatisfying(
                        SMTPAddressFailedException.class,
                        refused -> assertThat(refused.getReturnCode()).isEqualTo(code));
        assertThat(world.supportMailbox()).isEmpty();
    }

    @Test
    void fails_once_and_then_goes_well() throws Exception {
        world.door().failNext(new SmtpFault.DropBeforeData());

        assertThatThrownBy(this::send).isInstanceOf(MessagingException.class);
        send();

        assertThat(world.supportMailbox()).hasSize(1);
    }

    @Test
    void recovers_when_told_to() throws Exception {
        world.door().failNext(3, new SmtpFault.DropBeforeData());
        world.door().recover();

        send();

        assertThat(world.supportMailbox()).hasSize(1);
    }

    @Test
    void serves_more_senders_than_it_has_places_for() throws Exception {
        for (int i = 0; i < 20; i++) {
            send();
        }

        assertThat(world.supportMailbox()).hasSize(20);
    }

    private void send() throws MessagingException {
        SmtpPost.send(mail, "127.0.0.1", world.smtpPort());
    }

    /** Speaks SMTP by hand until the connection is reset; returns the last reply before. */
    private String converse() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), world.smtpPort())) {
            socket.setSoTimeout(10_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var last = in.readLine();
            for (var command : new String[] {
                "HELO mail.customer.example",
                "MAIL FROM:<ada@customer.example>",
                "RCPT TO:<support@demo.example>",
                "DATA"
            }) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                var reply = replyOrReset(in);
                if (reply.isEmpty()) {
                    return last;
                }
                last = reply;
            }
            socket.getOutputStream().write("Subject: hi\r\n\r\nbody\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(replyOrReset(in)).isEmpty();
            return last;
        }
    }

    /** Empty for a reset; an orderly end or anything else fails. */
    private static String replyOrReset(BufferedReader in) throws IOException {
        try {
            var reply = in.readLine();
            assertThat(reply).as("an orderly end of the connection").isNotNull();
            return reply;
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
            return "";
        }
    }
}
