package io.switchboard.connector.email.outgoing;

import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.email.bytes.Bounded;
import io.switchboard.connector.email.mime.MediaType;
import io.switchboard.connector.email.text.CleanText;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The body of a mail of ours: {@code mixed} (words, files), where the words are text, or {@code alternative} (text, HTML), where the
 * HTML with pictures in it is {@code related} (HTML, pictures). A form that is not needed is not there.
 */
final class OutgoingBody {

    private static final String UTF_8 = "UTF-8";
    private static final int MAX_NAME = 200;

    /** In encoded words; of longer names only RFC 2231 has a form that keeps lines short. */
    private static final int MAX_ENCODED_NAME = 400;

    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,80}(?=[;\\s]|$)");

    private final ReplyContent content;
    private final String messageId;

    private OutgoingBody(ReplyContent content, String messageId) {
        this.content = content;
        this.messageId = messageId;
    }

    static void write(ReplyContent content, String messageId, MimePart mail) throws MessagingException {
        var body = new OutgoingBody(content, messageId);
        if (content.attached().isEmpty()) {
            body.words(mail);
        } else {
            mail.setContent(body.mixed());
        }
    }

    /** The words in one form or in both; HTML with its pictures is one form (RFC 2387 within RFC 2046 §5.1.4). */
    private void words(MimePart part) throws MessagingException {
        if (content.html().isBlank()) {
            text(part, content.plain(), "plain");
        } else if (content.plain().isBlank()) {
            html(part);
        } else {
            var alternative = new Bounded("alternative", messageId);
            var plain = new MimeBodyPart();
            text(plain, content.plain(), "plain");
            alternative.addBodyPart(plain);
            var html = new MimeBodyPart();
            html(html);
            alternative.addBodyPart(html);
            part.setContent(alternative);
        }
    }

    private void html(MimePart part) throws MessagingException {
        if (content.inline().isEmpty()) {
            text(part, content.html(), "html");
            return;
        }
        var related = new Bounded("related", messageId);
        var html = new MimeBodyPart();
        text(html, content.html(), "html");
        related.addBodyPart(html);
        for (var picture : content.inline()) {
            var shown = file(picture, "inline");
            shown.setHeader("Content-ID", "<" + picture.contentId().orElseThrow() + ">");
            related.addBodyPart(shown);
        }
        part.setContent(related);
    }

    private static void text(MimePart part, String words, String subtype) throws MessagingException {
        part.setText(lines(words), UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", TextEncoding.of(words).label());
    }

    private MimeMultipart mixed() throws MessagingException {
        var mixed = new Bounded("mixed", messageId);
        if (!content.plain().isBlank() || !content.html().isBlank()) {
            var words = new MimeBodyPart();
            words(words);
            mixed.addBodyPart(words);
        }
        for (var file : content.attached()) {
            mixed.addBodyPart(file(file, "attachment"));
        }
        return mixed;
    }

    /** The name stands twice: by RFC 2231, and as older programs that know only RFC 2047 read it. */
    private static MimeBodyPart file(OutboundMessage.File file, String disposition) throws MessagingException {
        var line = CleanText.line(file.fileName()).replace('/', '-').replace('\\', '-');
        var name = CleanText.limited(line, MAX_NAME);
        var type = contentType(file.contentType());
        var named = new ParameterList();
        var inWords = encodedWords(name);
        if (inWords.length() <= MAX_ENCODED_NAME) {
            named.set("name", inWords);
        }
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(file.content().bytes(), type)));
        part.setHeader("Content-Type", MimeUtility.fold("Content-Type: ".length(), type + named));
        part.setHeader("Content-Disposition", disposition + OutgoingParameter.of("filename", name));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String encodedWords(String name) {
        try {
            return MimeUtility.encodeText(name, UTF_8, null).replace("\r\n", "");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java platform has UTF-8", impossible);
        }
    }

    /** Mails and multiparts may not be base64 (RFC 2046 §5), so they travel as plain bytes, as does what is no type at all. */
    private static String contentType(String declared) {
        var plain = declared.toLowerCase(Locale.ROOT).strip();
        var type = TYPE.matcher(plain).lookingAt() ? plain.split("[;\\s]", 2)[0] : "";
        return type.isEmpty() || type.startsWith("message/") || type.startsWith("multipart/")
                ? MediaType.BYTES.name()
                : type;
    }

    /** Mail ends its lines with CRLF. */
    private static String lines(String text) {
        return CleanText.of(text).replace("\n", "\r\n") + "\r\n";
    }
}
