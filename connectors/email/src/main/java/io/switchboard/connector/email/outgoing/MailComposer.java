package io.switchboard.connector.email.outgoing;

import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.email.account.EmailSettings;
import io.switchboard.connector.email.account.SubmissionAddress;
import io.switchboard.connector.email.automatic.RobotAddress;
import io.switchboard.connector.email.mime.Mailbox;
import io.switchboard.connector.email.thread.ReplyRoute;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an answer as a mail (RFC 5322). Nothing a person typed can become a header line of its own. */
public final class MailComposer {

    private final Clock clock;

    public MailComposer(Clock clock) {
        this.clock = clock;
    }

    Composition compose(
            OutboundMessage message, OutboundMessage.Reply reply, ConnectionRef connection, Secrets secrets) {
        return switch (ReplyContent.read(reply, message.files())) {
            case ReplyContent.Verdict.Unsendable unsendable ->
                new Composition.Unsendable("content", unsendable.reason());
            case ReplyContent.Verdict.Sendable sendable ->
                switch (DkimKey.of(connection, secrets)) {
                    case DkimKey.Unusable key -> new Composition.Unsendable("configuration", key.reason());
                    case DkimKey.Absent none -> compose(message, reply, sendable.content(), connection);
                    case DkimKey.Usable key ->
                        signed(compose(message, reply, sendable.content(), connection), new DkimSignature(key, clock));
                };
        };
    }

    private static Composition signed(Composition composition, DkimSignature signature) {
        return switch (composition) {
            case Composition.Unsendable unsendable -> unsendable;
            case Composition.Composed mail ->
                new Composition.Composed(
                        signature.sign(mail.content()), mail.messageId(), mail.sender(), mail.recipients());
        };
    }

    private Composition compose(
            OutboundMessage message, OutboundMessage.Reply reply, ReplyContent content, ConnectionRef connection) {
        var route = ReplyRoute.of(message.to());
        var recipient = SubmissionAddress.of(route.to());
        var identity = OutgoingIdentity.of(message, connection);
        if (recipient.isEmpty()) {
            return new Composition.Unsendable("5.1.3", "the recipient's address cannot be used");
        }
        if (identity.isEmpty()) {
            return new Composition.Unsendable("5.1.7", "the connection's account is not an e-mail address");
        }
        if (reply.automatic()
                && RobotAddress.isNobody(Mailbox.ofAddress(recipient.get()).localPart())) {
            return new Composition.Unsendable("automatic", "a machine would get the automatic answer");
        }
        var answered = reply.inReplyTo().or(route::messageId);
        var head = new OutgoingMail.Head(
                identity.get(),
                clock.instant(),
                new Mailbox(route.toName(), recipient),
                copies(reply, route, connection),
                reply.subject().orElse(route.subject()),
                answered,
                references(reply, route, answered),
                reply.automatic());
        return new Composition.Composed(
                write(head, content),
                head.identity().messageId(),
                identity.get().returnPath(),
                head.recipients());
    }

    /** What a rule says concerns the one it answers; a person may have meant all. */
    private static List<String> copies(OutboundMessage.Reply reply, ReplyRoute route, ConnectionRef connection) {
        var toAll = EmailSettings.of(connection, EmailSettings.REPLY_TO_ALL).equalsIgnoreCase("all");
        return (toAll || route.toAll()) && !reply.automatic() ? route.copies() : List.of();
    }

    /** The conversation oldest first, the mail answered last (RFC 5322 §3.6.4). */
    private static List<String> references(OutboundMessage.Reply reply, ReplyRoute route, Optional<String> answered) {
        var references = new ArrayList<>(reply.references().isEmpty() ? route.references() : reply.references());
        answered.ifPresent(id -> {
            references.remove(id);
            references.add(id);
        });
        return references;
    }

    private static Body write(OutgoingMail.Head head, ReplyContent content) {
        try {
            var bytes = new ByteArrayOutputStream();
            OutgoingMail.of(head, content).writeTo(bytes);
            return Body.of(bytes.toByteArray());
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("a mail in memory can be written", impossible);
        }
    }
}
