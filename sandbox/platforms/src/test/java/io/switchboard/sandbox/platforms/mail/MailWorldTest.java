package io.switchboard.sandbox.platforms.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.sandbox.platforms.demo.DemoCustomer;
import io.switchboard.sandbox.platforms.testing.SettableClock;
import io.switchboard.sandbox.platforms.testing.StandInGateway;
import io.switchboard.sandbox.platforms.wire.SeededIds;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MailWorldTest {

    private static final String LOOPBACK = "127.0.0.1";

    private final SettableClock clock = new SettableClock();
    private final StandInGateway gateway = new StandInGateway();
    private final MailWorld world = MailWorld.start(MailSettings.sandbox(gateway.hook()), clock);
    private final MailCustomer ada = world.customer(DemoCustomer.ADA);

    /** What the merchant's software writes with. */
    private final MailWriter merchant = new MailWriter(new SeededIds(99), clock);

    @AfterEach
    void close() {
        world.close();
        gateway.close();
    }

    @Test
    void carries_a_conversation_there_and_back() throws Exception {
        var question = ada.writes("Größe L?", "Ist die Größe L noch da?");
        SmtpPost.send(question, LOOPBACK, world.smtpPort());
        var received = world.supportMailbox().getFirst();

        var reply = MailDraft.of("ada@customer.example", "Re: Größe L?", "Ja.")
                .answering(received.messageId(), List.of(received.messageId()));
        SmtpPost.send(merchantWrites(reply), LOOPBACK, world.smtpPort());
        var answer = ada.mailbox().getFirst();
        SmtpPost.send(ada.answers(answer, "Danke!"), LOOPBACK, world.smtpPort());

        var thanks = world.supportMailbox().get(1);
        assertThat(received.messageId()).isEqualTo(question.messageId()).endsWith("@customer.example>");
        assertThat(received.subject()).isEqualTo("Größe L?");
        assertThat(received.text()).isEqualToIgnoringNewLines("Ist die Größe L noch da?");
        assertThat(answer.inReplyTo()).contains(question.messageId());
        assertThat(thanks.subject()).isEqualTo("Re: Größe L?");
        assertThat(thanks.inReplyTo()).contains(answer.messageId());
        assertThat(thanks.references()).containsExactly(question.messageId(), answer.messageId());
        assertThat(thanks.text()).contains("Danke!").contains("> Ja.");
        assertThat(thanks.from()).isEqualTo("ada@customer.example");
    }

    @Test
    void lets_the_merchant_poll_the_support_mailbox_by_imap() throws Exception {
        world.deliver(ada.writes("hello", "anybody there?"));

        var account = world.supportAccount();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(LOOPBACK, world.imapPort(), account.address(), account.password());
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessages()).hasSize(1);
            assertThat(inbox.getMessage(1).getSubject()).isEqualTo("hello");
        }
    }

    @Test
    @Timeout(20)
    void ends_although_somebody_is_logged_in() throws Exception {
        var account = world.supportAccount();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(LOOPBACK, world.imapPort(), account.address(), account.password());

            world.close();

            assertThat(store.isConnected()).isFalse();
        }
    }

    @Test
    void keeps_strangers_out_of_the_mailbox() throws Exception {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            assertThatThrownBy(() -> store.connect(LOOPBACK, world.imapPort(), "support@demo.example", "wrong"))
                    .isInstanceOf(MessagingException.class);
        }
    }

    @Test
    void writes_as_a_mail_program_does() {
        var plain = ada.writes("hello", "one\ntwo").asText();
        var rich = ada.writes(MailDraft.of("support@demo.example", "hello", "hi")
                        .withHtml("<p>hi</p>")
                        .withAttachment("rechnung-ä.txt", "1 Lampe"))
                .asText();

        assertThat(plain)
                .contains("From: Ada Byron <ada@customer.example>")
                .contains("To: support@demo.example")
                .contains("Date: Sun, 1 Mar 2026 10:15:30 +0000")
                .contains("MIME-Version: 1.0")
                .doesNotContain("In-Reply-To");
        assertThat(rich)
                .contains("multipart/mixed")
                .contains("multipart/alternative")
                .contains("text/html")
                .contains("Content-Disposition: attachment");
    }

    @Test
    void gives_every_mail_its_own_id_and_the_same_ones_for_the_same_seed() {
        var first = ada.writes("a", "b").messageId();

        assertThat(ada.writes("a", "b").messageId()).isNotEqualTo(first);
        try (var again = MailWorld.start(MailSettings.sandbox(gateway.hook()), clock)) {
            assertThat(again.customer(DemoCustomer.ADA).writes("a", "b").messageId())
                    .isEqualTo(first);
        }
    }

    @Test
    void posts_the_raw_message_with_the_token() {
        gateway.willAnswer(202);
        var mail = ada.writes("hello", "by hook");

        var answer = world.hook().post(mail);

        var request = gateway.received().getFirst();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(request.header("Content-Type")).isEqualTo("message/rfc822");
        assertThat(request.header("Authorization")).isEqualTo("Bearer sandbox-email-secret");
        assertThat(request.body()).isEqualTo(mail.bytes());
    }

    @Test
    void names_the_port_that_is_taken() throws IOException {
        var smtpTaken = MailSettings.sandbox(gateway.hook()).withPorts(world.smtpPort(), 0);
        var imapTaken = MailSettings.sandbox(gateway.hook()).withPorts(0, world.imapPort());

        assertThatThrownBy(() -> MailWorld.start(smtpTaken, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + smtpTaken.smtpPort());
        assertThatThrownBy(() -> MailWorld.start(imapTaken, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + imapTaken.imapPort());
    }

    private RawMail merchantWrites(MailDraft draft) {
        return merchant.write(MailWriter.address("support@demo.example", "Demo Shop"), draft);
    }
}
