package io.switchboard.connector.email.outgoing;

import io.switchboard.canonical.Failure;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.MessageSender;
import io.switchboard.connector.NotSentException;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SendOutcome;
import io.switchboard.connector.SmtpPort;
import io.switchboard.connector.email.account.Submission;
import io.switchboard.connector.email.mime.EmailAddress;
import io.switchboard.connector.email.mime.Mailbox;
import io.switchboard.connector.email.thread.ReplyRoute;
import io.switchboard.connector.email.thread.Threading;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends answers by SMTP submission, under a Message-ID of ours that is known before the server is called. */
public final class EmailSender implements MessageSender {

    private static final Duration NOT_REACHED = Duration.ofMinutes(1);

    private final SmtpPort smtp;
    private final MailComposer composer;

    public EmailSender(SmtpPort smtp, MailComposer composer) {
        this.smtp = smtp;
        this.composer = composer;
    }

    @Override
    public SendOutcome send(OutboundMessage message, ConnectionRef connection, Secrets secrets) {
        return switch (message.content()) {
            case OutboundMessage.Reply reply -> send(message, reply, connection, secrets);
            case OutboundMessage.React ignored -> SendOutcome.refused("unsupported", "e-mail has no reactions");
            case OutboundMessage.MarkRead ignored -> SendOutcome.refused("unsupported", "e-mail has no read marks");
        };
    }

    /**
     * All recipients are taken or none. When the server refuses a mail that has copies, the customer's answer goes alone: somebody
     * copied long ago, whose mailbox is gone, must not keep it back.
     */
    private SendOutcome send(
            OutboundMessage message, OutboundMessage.Reply reply, ConnectionRef connection, Secrets secrets) {
        var composition = composer.compose(message, reply, connection, secrets);
        var outcome = submit(composition, connection, secrets);
        var hasCopies = composition instanceof Composition.Composed mail
                && mail.recipients().size() > 1;
        var refused = outcome instanceof SendOutcome.Refused no && no.blocks().isEmpty();
        if (!hasCopies || !refused) {
            return outcome;
        }
        var alone = new OutboundMessage(
                message.messageId(),
                ReplyRoute.withoutCopies(message.to()),
                message.content(),
                message.files(),
                message.threadToken());
        return submit(composer.compose(alone, reply, connection, secrets), connection, secrets);
    }

    @Override
    public List<ThreadKey> threadKeys(String nativeId) {
        return List.of(Threading.key(nativeId));
    }

    @Override
    public Optional<Opening> opening(List<Party> to, List<Party> cc, ConnectionRef connection) {
        var all = Stream.concat(to.stream(), cc.stream())
                .map(party -> party.address().flatMap(EmailAddress::read))
                .toList();
        if (all.isEmpty() || all.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var mailboxes =
                all.stream().map(Optional::orElseThrow).map(Mailbox::ofAddress).toList();
        var first =
                new Mailbox(to.getFirst().displayName(), mailboxes.getFirst().address());
        var copies = mailboxes.stream()
                .skip(1)
                .flatMap(copy -> copy.address().stream())
                .toList();
        var route = ReplyRoute.opening(first, copies, connection.account());
        var participants = mailboxes.stream()
                .flatMap(mailbox -> mailbox.party().identities().stream())
                .distinct()
                .toList();
        return Optional.of(new Opening(route.asReturnAddress(), Surface.EMAIL_MESSAGE, participants));
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
            var answer = smtp.send(server, mail.sender(), mail.recipients(), mail.content());
            return SmtpVerdict.of(answer, mail.messageId());
        } catch (NotSentException notSent) {
            var reason = new Failure("connection", "the mail server was not reached");
            return new SendOutcome.Deferred(NOT_REACHED, reason);
        } catch (IOException broken) {
            return new SendOutcome.Unconfirmed("the connection to the mail server broke before its last word");
        }
    }
}
