package io.switchboard.connector.email;

import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.OutboundMessage;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an answer as a mail (RFC 5322). Nothing a person typed can become a header line of its own. */
final class MailComposer {

    private final Clock clock;

    MailComposer(Clock clock) {
        this.clock = clock;
    }

    Composition compose(OutboundMessage message, OutboundMessage.Reply reply, ConnectionRef connection) {
        return switch (ReplyContent.read(reply, message.files())) {
            case ReplyContent.Verdict.Unsendable unsendable ->
                new Composition.Unsendable("content", unsendable.reason());
            case ReplyContent.Verdict.Sendable sendable -> compose(message, reply, sendable.content(), connection);
        };
    }

    private Composition compose(
            OutboundMessage message, OutboundMessage.Reply reply, ReplyContent content, ConnectionRef connection) {
        var route = ReplyRoute.of(message.to());
        var recipient = SubmissionAddress.of(route.to());
        var sender = SubmissionAddress.of(connection.account());
        if (recipient.isEmpty()) {
            return new Composition.Unsendable("5.1.3", "the recipient's address cannot be used");
        }
        if (sender.isEmpty()) {
            return new Composition.Unsendable("5.1.7", "the connection's account is not an e-mail address");
        }
        var answered = reply.inReplyTo().or(route::messageId);
        var head = new OutgoingMail.Head(
                OwnMessageId.of(message.messageId(), message.threadToken(), connection),
                clock.instant(),
                new Mailbox(Optional.of(EmailSettings.of(connection, EmailSettings.FROM_NAME)), sender),
                new Mailbox(route.toName(), recipient),
                reply.subject().orElse(route.subject()),
                answered,
                references(reply, route, answered));
        return new Composition.Composed(write(head, content), head.messageId(), sender.get(), recipient.get());
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
