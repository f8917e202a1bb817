package io.switchboard.connector.email.incoming;

import io.switchboard.canonical.Author;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.EmailAuthentication;
import io.switchboard.canonical.EmailDetails;
import io.switchboard.canonical.Failure;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.ReceiptState;
import io.switchboard.canonical.Reference;
import io.switchboard.canonical.ReferenceKind;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.Surface;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation;
import io.switchboard.connector.email.account.OwnAddresses;
import io.switchboard.connector.email.automatic.Envelope;
import io.switchboard.connector.email.automatic.MailReceipt;
import io.switchboard.connector.email.automatic.MailTraits;
import io.switchboard.connector.email.automatic.RobotAddress;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.content.ContentReader;
import io.switchboard.connector.email.content.NewWords;
import io.switchboard.connector.email.mime.Fingerprint;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.MailDate;
import io.switchboard.connector.email.mime.Mailbox;
import io.switchboard.connector.email.mime.MessageIds;
import io.switchboard.connector.email.thread.OwnMessageId;
import io.switchboard.connector.email.thread.ReplyRoute;
import io.switchboard.connector.email.thread.Threading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Message Translator for mail, however it came. One mail is one message; a bounce also tells how far a mail of ours got. */
public final class MailTranslator {

    private final ConnectionRef connection;
    private final Delivery delivery;
    private final Map<String, String> ext;
    private final Mail mail;
    private final Envelope envelope;
    private final MailTraits traits;
    private final Correspondents correspondents;

    private MailTranslator(Mail mail, PostedMail posted, ConnectionRef connection) {
        this.envelope = Envelope.of(posted.mail(), mail);
        this.connection = connection;
        this.delivery = posted.mail();
        this.ext = posted.ext();
        this.mail = mail;
        this.traits = MailTraits.of(mail, envelope, connection);
        this.correspondents = new Correspondents(mail, envelope, connection);
    }

    public static Translation translate(Delivery delivery, ConnectionRef connection) {
        return translate(PostedMail.of(delivery), connection);
    }

    public static Translation translate(PostedMail posted, ConnectionRef connection) {
        var bytes = posted.mail().body().bytes();
        if (Slice.of(bytes).isBlank()) {
            throw new MalformedDeliveryException("body is empty, a mail was expected");
        }
        var mail = Mail.read(bytes, posted.repairs());
        return new MailTranslator(mail, posted, connection).translation();
    }

    private Translation translation() {
        if (isOurOwn()) {
            var copy = new Translation.Ignored("mail", "a copy of a message of this connection came back");
            return new Translation(List.of(), List.of(copy));
        }
        if (traits.receipt().isPresent()) {
            return receipt(traits.receipt().get());
        }
        var message = message();
        var events = new ArrayList<InboundEvent>();
        events.add(new InboundEvent.MessageReceived(message));
        failure(message).ifPresent(events::add);
        return new Translation(events, List.of());
    }

    /** A receipt for a mail of ours is news about that mail; it has no words for anybody. */
    private Translation receipt(MailReceipt receipt) {
        var message = message();
        var ours = receipt.originalMessageId()
                .filter(this::isOurs)
                .flatMap(id -> receipt.state().map(state -> receipt(message, id, state, Optional.empty())));
        return ours.map(event -> new Translation(List.of(event), List.of()))
                .orElseGet(() -> new Translation(
                        List.of(),
                        List.of(new Translation.Ignored("receipt", "a receipt that says nothing of a mail of ours"))));
    }

    private boolean isOurs(String messageId) {
        return OwnMessageId.read(messageId, connection).isPresent();
    }

    /** Our Message-ID and our address: a copy to ourselves, or an answer of ours that went round in a circle. */
    private boolean isOurOwn() {
        return mail.messageId().flatMap(id -> OwnMessageId.read(id, connection)).isPresent()
                && OwnAddresses.of(connection).containsAny(mail.mailboxes("From"));
    }

    private InboundMessage message() {
        var nativeId = mail.messageId().orElseGet(() -> "sha256:" + Fingerprint.ofUnnamed(mail) + MessageIds.MISSING);
        var thread = new Threading(mail, envelope.to(), connection)
                .of(nativeId, correspondents.writer(), traits.subjectOfReport());
        var occurredAt = MailDate.of(mail.header(), delivery.receivedAt(), mail.repairs());
        var content = new ContentReader(mail.repairs()).read(mail.root());
        var route = route();
        var builder = InboundMessage.builder(nativeId, thread, Surface.EMAIL_MESSAGE, author(), occurredAt)
                .fingerprint(Fingerprint.of(mail))
                .content(content.parts())
                .text(NewWords.in(content, mail.text("Subject").orElse("")))
                .attachments(content.attachments())
                .recipients(correspondents.recipients())
                .reply(
                        route.isPresent() ? ReplyCapability.UNLIMITED : ReplyCapability.NONE,
                        route.map(ReplyRoute::asReturnAddress).orElse(ReturnAddress.NONE))
                .ext(ext(route));
        mail.text("Subject").ifPresent(builder::subject);
        answered().ifPresent(id -> builder.inReplyTo(new Reference(ReferenceKind.EMAIL, id, Optional.empty())));
        return builder.email(details())
                .flags(MailboxOrigin.of(delivery)
                        .flags(traits.flags(content.opaque(), mail.repairs().truncated())))
                .build();
    }

    private Author author() {
        var writer = correspondents.writer().map(Mailbox::party).orElse(Party.ANONYMOUS);
        var isSystem = traits.isFromMailSystem() || traits.isReport();
        return isSystem ? new Author(AuthorKind.SYSTEM, writer) : Author.customer(writer);
    }

    private Optional<String> answered() {
        return mail.inReplyTo().stream()
                .findFirst()
                .or(() -> Optional.of(mail.references())
                        .filter(references -> !references.isEmpty())
                        .map(List::getLast));
    }

    private Map<String, String> ext(Optional<ReplyRoute> route) {
        var all = new TreeMap<>(ext);
        all.putAll(traits.asExt());
        route.map(answer -> Mailbox.ofAddress(answer.to()).localPart())
                .filter(RobotAddress::isNobody)
                .ifPresent(nobody -> all.put("email.no_reply", "true"));
        return all;
    }

    /** Empty when nobody would read the answer. */
    private Optional<ReplyRoute> route() {
        if (traits.isUnanswerable()) {
            return Optional.empty();
        }
        return correspondents
                .answeredTo()
                .map(recipient -> ReplyRoute.to(recipient, copies(), connection.account(), mail));
    }

    /** Whoever forges a mail of the customer into his conversation could name himself there. */
    private List<String> copies() {
        var begins = mail.references().isEmpty();
        var proven = AuthenticationResults.of(mail, connection)
                .filter(EmailAuthentication::isProven)
                .isPresent();
        return begins || proven ? correspondents.copiedTo() : List.of();
    }

    /** Read last: by then everything that had to be repaired is known. */
    private EmailDetails details() {
        return new EmailDetails(
                mail.messageId(),
                mail.references(),
                mail.text("Auto-Submitted"),
                mail.text("List-Id").map(MailTranslator::listId),
                AuthenticationResults.of(mail, connection),
                mail.repairs().notes());
    }

    /** What stands in angle brackets; all of it where nothing does (RFC 2919 §2). */
    private static String listId(String field) {
        var end = field.lastIndexOf('>');
        var start = field.lastIndexOf('<', end);
        return start >= 0 && end > start + 1 ? field.substring(start + 1, end) : field;
    }

    private Optional<InboundEvent> failure(InboundMessage message) {
        return traits.bounce()
                .filter(bounce -> bounce.isFinal() && !bounce.onlyCopies())
                .flatMap(bounce -> bounce.originalMessageId()
                        .filter(this::isOurs)
                        .map(id -> receipt(message, id, ReceiptState.FAILED, Optional.of(bounce.failure()))));
    }

    private InboundEvent receipt(InboundMessage message, String id, ReceiptState state, Optional<Failure> failure) {
        return new InboundEvent.ReceiptChanged(
                id,
                OwnMessageId.read(id, connection),
                state,
                failure,
                message.thread(),
                Surface.EMAIL_MESSAGE,
                message.occurredAt());
    }
}
