package io.switchboard.connector.email;

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

/** A mail of ours. Writes the same bytes for the same answer at the same time, so that a second attempt can be compared. */
final class OutgoingMail extends MimeMessage {

    /** Holds no server and no login: the gateway submits. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);
    private static final int MAX_SUBJECT = 900;
    private static final Pattern ID = Pattern.compile("[!-~&&[^<>]]{1,300}");

    private final String messageId;

    private OutgoingMail(String messageId) {
        super(SESSION);
        this.messageId = messageId;
    }

    /**
     * What stands above the text.
     *
     * @param messageId without angle brackets, as are the other ids
     * @param references oldest first
     */
    record Head(
            String messageId,
            Instant date,
            Mailbox from,
            Mailbox to,
            String subject,
            Optional<String> inReplyTo,
            List<String> references) {

        @Override
        public String toString() {
            return "Head[" + messageId + "]";
        }
    }

    static OutgoingMail of(Head head, ReplyContent content) throws MessagingException {
        var mail = new OutgoingMail(head.messageId());
        mail.setFrom(address(head.from()));
        mail.setRecipient(Message.RecipientType.TO, address(head.to()));
        mail.setSubject(CleanText.limited(CleanText.line(head.subject()), MAX_SUBJECT), "UTF-8");
        mail.setHeader("Date", DATE.format(head.date()));
        mail.setIds("In-Reply-To", head.inReplyTo().stream().toList());
        mail.setIds("References", head.references());
        OutgoingBody.write(content, head.messageId(), mail);
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

    private static InternetAddress address(Mailbox mailbox) {
        var address = new InternetAddress();
        address.setAddress(mailbox.address().orElseThrow());
        try {
            address.setPersonal(
                    mailbox.name()
                            .map(CleanText::line)
                            .filter(name -> !name.isEmpty())
                            .orElse(null),
                    "UTF-8");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java platform has UTF-8", impossible);
        }
        return address;
    }
}
