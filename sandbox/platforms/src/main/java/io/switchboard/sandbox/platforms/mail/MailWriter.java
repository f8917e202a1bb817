package io.switchboard.sandbox.platforms.mail;

import io.switchboard.sandbox.platforms.wire.SeededIds;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/** Turns a draft into the bytes a mail program sends. Source: RFC 5322, RFC 2045 to 2047. */
final class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session = Session.getInstance(new Properties());
    private final SeededIds ids;
    private final Clock clock;

    MailWriter(SeededIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    RawMail write(InternetAddress from, MailDraft draft) {
        var domain = from.getAddress().replaceFirst("^.*@", "");
        var messageId = "<%s@%s>".formatted(ids.uuid(), domain);
        try {
            var message = new FixedIdMessage(session, messageId);
            message.setFrom(from);
            message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(draft.to()));
            message.setSubject(draft.subject(), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            addThread(message, draft);
            addBody(message, draft);
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return new RawMail(from.getAddress(), draft.to(), messageId, bytes.toByteArray());
        } catch (MessagingException e) {
            throw new IllegalArgumentException("a draft cannot be written as a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a mail cannot be written to memory", e);
        }
    }

    static InternetAddress address(String address, String name) {
        try {
            return new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    private static void addThread(MimeMessage message, MailDraft draft) throws MessagingException {
        if (draft.inReplyTo().isPresent()) {
            message.setHeader("In-Reply-To", draft.inReplyTo().get());
        }
        if (!draft.references().isEmpty()) {
            message.setHeader("References", String.join("\r\n ", draft.references()));
        }
    }

    private static void addBody(MimeMessage message, MailDraft draft) throws MessagingException {
        if (draft.html().isEmpty() && draft.attachments().isEmpty()) {
            message.setText(draft.text(), UTF_8);
        } else if (draft.attachments().isEmpty()) {
            message.setContent(alternative(draft));
        } else {
            var mixed = new MimeMultipart("mixed");
            mixed.addBodyPart(readable(draft));
            for (var attachment : draft.attachments()) {
                mixed.addBodyPart(file(attachment));
            }
            message.setContent(mixed);
        }
    }

    private static MimeBodyPart readable(MailDraft draft) throws MessagingException {
        var part = new MimeBodyPart();
        if (draft.html().isPresent()) {
            part.setContent(alternative(draft));
        } else {
            part.setText(draft.text(), UTF_8);
        }
        return part;
    }

    private static Multipart alternative(MailDraft draft) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(draft.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(draft.html().orElse(""), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static MimeBodyPart file(MailDraft.Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(attachment.content(), UTF_8);
        part.setFileName(attachment.filename());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    /** Jakarta Mail makes up a Message-ID on saving unless told otherwise. */
    private static final class FixedIdMessage extends MimeMessage {

        private final String messageId;

        FixedIdMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
