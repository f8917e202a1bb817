package io.switchboard.connector.email.incoming;

import io.switchboard.canonical.Recipient;
import io.switchboard.canonical.RecipientRole;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.email.account.OwnAddresses;
import io.switchboard.connector.email.account.SubmissionAddress;
import io.switchboard.connector.email.automatic.Envelope;
import io.switchboard.connector.email.automatic.RobotAddress;
import io.switchboard.connector.email.mime.EmailAddress;
import io.switchboard.connector.email.mime.Mail;
import io.switchboard.connector.email.mime.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who writes a mail, who gets it and who gets the answer.
 *
 * <p>The writer is who From names. Only a form of the merchant's own shop, which mails from the merchant's own address, may name the
 * customer in Reply-To: from anybody else Reply-To would let a stranger write in another customer's name.
 */
final class Correspondents {

    /** More than a conversation has members; a mail to hundreds shall not make us write to hundreds. */
    private static final int MAX_COPIES = 20;

    private final Mail mail;
    private final Envelope envelope;
    private final OwnAddresses own;

    Correspondents(Mail mail, Envelope envelope, ConnectionRef connection) {
        this.mail = mail;
        this.envelope = envelope;
        this.own = OwnAddresses.of(connection);
    }

    /** Empty when the mail names nobody anywhere. */
    Optional<Mailbox> writer() {
        var from = first("From");
        if (from.filter(this::isOurs).isPresent()) {
            return replyTo().or(this::rewritten).or(() -> from);
        }
        return from.or(() -> first("Sender")).or(this::returnPath);
    }

    /** Whom an answer goes to: never our own mailbox, which would answer itself for ever. */
    Optional<Mailbox> answeredTo() {
        return replyTo().or(this::writer).filter(Correspondents::isAddressed).filter(mailbox -> !isOurs(mailbox));
    }

    /**
     * Who else would get an answer to all: whom the mail itself names in To and Cc, but none of ours, no machine, nobody under whose
     * address the mail reached us (a list or group that has us as a member would send our answer back), and not the answered one.
     */
    List<String> copiedTo() {
        var left = new TreeSet<String>();
        answeredTo().ifPresent(answered -> left.add(answered.localPart() + answered.atDomain()));
        delivered().forEach(reached -> left.add(reached.localPart() + reached.atDomain()));
        mail.mailboxes("List-Post").forEach(list -> left.add(list.localPart() + list.atDomain()));
        return Stream.concat(mail.mailboxes("To").stream(), mail.mailboxes("Cc").stream())
                .filter(Correspondents::isAddressed)
                .filter(mailbox -> !isOurs(mailbox) && !RobotAddress.isNobody(mailbox.localPart()))
                .filter(mailbox -> left.add(mailbox.localPart() + mailbox.atDomain()))
                .flatMap(mailbox -> mailbox.address().flatMap(SubmissionAddress::of).stream())
                .limit(MAX_COPIES)
                .toList();
    }

    List<Recipient> recipients() {
        var recipients = new ArrayList<Recipient>();
        add(recipients, RecipientRole.TO, mail.mailboxes("To").stream());
        add(recipients, RecipientRole.CC, mail.mailboxes("Cc").stream());
        add(recipients, RecipientRole.BCC, mail.mailboxes("Bcc").stream());
        add(recipients, RecipientRole.REPLY_TO, mail.mailboxes("Reply-To").stream());
        add(recipients, RecipientRole.DELIVERED_TO, delivered());
        return recipients;
    }

    private Stream<Mailbox> delivered() {
        return Stream.of(mail.mailboxes("Delivered-To"), mail.mailboxes("X-Original-To"), envelope.to())
                .flatMap(List::stream);
    }

    private static void add(List<Recipient> recipients, RecipientRole role, Stream<Mailbox> mailboxes) {
        mailboxes
                .distinct()
                .map(mailbox -> new Recipient(role, mailbox.party()))
                .forEach(recipients::add);
    }

    private Optional<Mailbox> replyTo() {
        Predicate<Mailbox> ours = this::isOurs;
        return mail.mailboxes("Reply-To").stream()
                .filter(Correspondents::isAddressed)
                .filter(ours.negate())
                .findFirst();
    }

    /** Where our mailbox is a group, Google Groups writes the group into From and the writer here. */
    private Optional<Mailbox> rewritten() {
        return first("X-Original-From").filter(Correspondents::isAddressed).filter(mailbox -> !isOurs(mailbox));
    }

    private Optional<Mailbox> first(String field) {
        var mailboxes = mail.mailboxes(field);
        return mailboxes.stream()
                .filter(Correspondents::isAddressed)
                .findFirst()
                .or(() -> mailboxes.stream().findFirst());
    }

    private Optional<Mailbox> returnPath() {
        return envelope.from().flatMap(EmailAddress::read).map(Mailbox::ofAddress);
    }

    private boolean isOurs(Mailbox mailbox) {
        return own.contains(mailbox);
    }

    private static boolean isAddressed(Mailbox mailbox) {
        return mailbox.address().isPresent();
    }
}
