package io.switchboard.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ThreadLink;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.email.outgoing.EmailSender;
import io.switchboard.connector.email.outgoing.MailComposer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer writes, we answer over a real SMTP server, the customer answers our answer in another program. */
class RoundTripTest {

    private static final MessageId ID = MessageId.parse("3f1d2c4b-5a69-5788-9b0a-c1d2e3f40516");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("support@nordlicht.example", "nordlicht", "smtp-pass-phrase");
        server.setUser("maja@mailhost.example", "maja", "another");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void keeps_a_conversation_together() throws Exception {
        var question = Fixture.message(
                "From: Maja <maja@mailhost.example>\nMessage-ID: <q@mailhost.example>\nSubject: Lampe\n\nWo?");

        var outcome = answer(question);

        var ours = server.getReceivedMessages()[0];
        assertThat(outcome).isEqualTo(new SendOutcome.Accepted(List.of(ID + "@nordlicht.example")));
        assertThat(ours.getMessageID()).isEqualTo("<" + ID + "@nordlicht.example>");
        assertThat(ours.getSubject()).isEqualTo("Re: Lampe");
        var reply = Fixture.message(bytes(customersReplyTo(ours)));
        assertThat(reply.inReplyTo().orElseThrow().nativeId()).isEqualTo(ID + "@nordlicht.example");
        assertThat(reply.thread().links())
                .filteredOn(link -> link.kind() == ThreadLink.Kind.REFERENCE)
                .extracting(link -> link.key().value())
                .containsExactly("eml:" + ID + "@nordlicht.example", "eml:q@mailhost.example");
    }

    private SendOutcome answer(InboundMessage question) {
        var parts = List.<Part>of(new Part.Text("Grüße aus dem Lager"), new Part.Html("<p>Grüße</p>", "Grüße"));
        var reply = new OutboundMessage.Reply(
                parts, Optional.empty(), Optional.of(question.nativeId()), List.of(question.nativeId()));
        var clock = Clock.fixed(Fixture.RECEIVED_AT, ZoneOffset.UTC);
        return new EmailSender(new AngusSmtpPort(), new MailComposer(clock))
                .send(
                        new OutboundMessage(ID, question.returnAddress(), reply, List.of()),
                        connection(),
                        Fixture.secrets());
    }

    private static MimeMessage customersReplyTo(MimeMessage ours) throws Exception {
        var reply = (MimeMessage) ours.reply(false);
        reply.setFrom("maja@mailhost.example");
        reply.setText("Danke!", "UTF-8");
        reply.saveChanges();
        return reply;
    }

    private ConnectionRef connection() {
        return Fixture.connection(Map.of(
                "smtp_host", "127.0.0.1",
                "smtp_port", Integer.toString(server.getSmtp().getPort()),
                "smtp_security", "none",
                "smtp_user", "nordlicht"));
    }

    private static byte[] bytes(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toByteArray();
    }
}
