package io.switchboard.connector.email;

import io.switchboard.canonical.Failure;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.MessageSender;
import io.switchboard.connector.NotSentException;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.SmtpPort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Sends answers by SMTP submission, under a Message-ID of ours that is known before the server is called. */
final class EmailSender implements MessageSender {

    private static final Duration NOT_REACHED = Duration.ofMinutes(1);

    private final SmtpPort smtp;
    private final MailComposer composer;

    EmailSender(SmtpPort smtp, MailComposer composer) {
        this.smtp = smtp;
        this.composer = composer;
    }

    @Override
    public SendOutcome send(OutboundMessage message, ConnectionRef connection, Secrets secrets) {
        return switch (message.content()) {
            case OutboundMessage.Reply reply ->
                submit(composer.compose(message, reply, connection), connection, secrets);
            case OutboundMessage.React ignored -> SendOutcome.refused("unsupported", "e-mail has no reactions");
            case OutboundMessage.MarkRead ignored -> SendOutcome.refused("unsupported", "e-mail has no read marks");
        };
    }

    @Override
    public List<ThreadKey> threadKeys(String nativeId) {
        return List.of(Threading.key(nativeId));
    }

    private SendOutcome submit(Composition composition, ConnectionRef connection, Secrets secrets) {
        return switch (composition) {
            case Composition.Unsendable unsendable -> SendOutcome.refused(unsendable.code(), unsendable.reason());
            case Composition.Composed mail -> submit(mail, Submission.of(connection, secrets));
        };
    }

    private SendOutcome submit(Composition.Composed mail, Submission submission) {
        return switch (submission) {
            case Submission.Incomplete incomplete -> SendOutcome.refused("configuration", incomplete.reason());
            case Submission.Ready ready -> submit(mail, ready.server());
        };
    }

    private SendOutcome submit(Composition.Composed mail, SmtpPort.Server server) {
        try {
            var answer = smtp.send(server, mail.sender(), List.of(mail.recipient()), mail.content());
            return SmtpVerdict.of(answer, mail.messageId());
        } catch (NotSentException notSent) {
            var reason = new Failure("connection", "the mail server was not reached");
            return new SendOutcome.Deferred(NOT_REACHED, reason);
        } catch (IOException broken) {
            return new SendOutcome.Unconfirmed("the connection to the mail server broke before its last word");
        }
    }
}
