package io.switchboard.connector.email.outgoing;

import io.switchboard.connector.email.account.SubmissionAddress;
import io.switchboard.connector.email.mime.Mailbox;
import io.switchboard.connector.email.mime.MessageIds;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.thread.ReplyRoute;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail of ours. Writes the same bytes for the same answer at the same time, so that a second attempt can be compared. */
final class OutgoingMail extends MimeMessage {

    /** Hold no server and no login: the gateway submits. */
    private static final Session ASCII = session(false);

    private static final Session UTF_8 = session(true);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);
    private static final int MAX_SUBJECT = 900;
    private static final int MAX_NAME = 200;
    private static final Pattern ID = Pattern.compile("[!-~&&[^<>]]{1,300}");

    private final String messageId;

    private OutgoingMail(Head head) {
        super(head.isAscii() ? ASCII : UTF_8);
        this.messageId = head.identity().messageId();
    }

    /**
     * What stands above the text.
     *
     * @param copies addresses that servers take
     * @param inReplyTo without angle brackets, as are the other ids
     * @param references oldest first
     * @param automatic whether no person wrote it
     */
    record Head(
            OutgoingIdentity identity,
            Instant date,
            Mailbox to,
            List<String> copies,
            String subject,
            Optional<String> inReplyTo,
            List<String> references,
            boolean automatic) {

        Head {
            copies = List.copyOf(copies);
            references = List.copyOf(references);
        }

        List<String> recipients() {
            return Stream.concat(to.address().stream(), copies.stream()).toList();
        }

        /** An address with other characters needs a header in UTF-8 (RFC 6532); everything else is encoded (RFC 2047). */
        boolean isAscii() {
            return SubmissionAddress.areAscii(recipients())
                    && SubmissionAddress.areAscii(List.of(identity.returnPath()));
        }

        @Override
        public String toString() {
            return "Head[" + identity.messageId() + "]";
        }
    }

    static OutgoingMail of(Head head, ReplyContent content) throws MessagingException {
        var mail = new OutgoingMail(head);
        mail.setFrom(address(head.identity().from()));
        mail.setRecipient(Message.RecipientType.TO, address(head.to()));
        for (var copy : head.copies()) {
            mail.addRecipient(Message.RecipientType.CC, address(Mailbox.ofAddress(copy)));
        }
        if (head.identity().replyTo().isPresent()) {
            mail.setReplyTo(new Address[] {address(head.identity().replyTo().get())});
        }
        mail.setSubject(CleanText.limited(CleanText.line(head.subject()), MAX_SUBJECT), "UTF-8");
        mail.setHeader("Date", DATE.format(head.date()));
        mail.setIds("In-Reply-To", head.inReplyTo().stream().toList());
        mail.setIds("References", head.references());
        if (head.automatic()) {
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("X-Auto-Response-Suppress", "All");
        }
        OutgoingBody.write(content, mail.messageId, mail);
        mail.saveChanges();
        return mail;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }

    /** Ids that only we know, and what could break out of its header line, stay here. */
    private void setIds(String field, List<String> ids) throws MessagingException {
        var sendable = ids.stream()
                .filter(id -> MessageIds.isPublic(id) && ID.matcher(id).matches())
                .toList();
        if (!sendable.isEmpty()) {
            var value = "<" + String.join("> <", ReplyRoute.capped(sendable)) + ">";
            setHeader(field, MimeUtility.fold(field.length() + 2, value));
        }
    }

    private static Session session(boolean utf8) {
        var settings = new Properties();
        settings.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
        return Session.getInstance(settings);
    }

    private static InternetAddress address(Mailbox mailbox) {
        var address = new InternetAddress();
        address.setAddress(mailbox.address().orElseThrow());
        try {
            address.setPersonal(
                    mailbox.name()
                            .map(name -> CleanText.limited(CleanText.line(name), MAX_NAME))
                            .filter(name -> !name.isEmpty())
                            .orElse(null),
                    "UTF-8");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java platform has UTF-8", impossible);
        }
        return address;
    }
}
