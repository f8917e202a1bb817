package io.switchboard.connector.email;

import io.switchboard.connector.OutboundMessage;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.Locale;
import java.util.regex.Pattern;

/** The body of a mail of ours: text, text and HTML as alternatives, either with files beside it. */
final class OutgoingBody {

    private static final String UTF_8 = "UTF-8";
    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,80}(?=[;\\s]|$)");

    private final ReplyContent content;
    private final String messageId;

    private OutgoingBody(ReplyContent content, String messageId) {
        this.content = content;
        this.messageId = messageId;
    }

    static void write(ReplyContent content, String messageId, MimePart mail) throws MessagingException {
        var body = new OutgoingBody(content, messageId);
        if (content.files().isEmpty()) {
            body.words(mail);
        } else {
            mail.setContent(body.mixed());
        }
    }

    private void words(MimePart part) throws MessagingException {
        if (content.html().isBlank()) {
            part.setText(lines(content.plain()), UTF_8, "plain");
            return;
        }
        var alternative = new Bounded("alternative", messageId);
        var plain = new MimeBodyPart();
        plain.setText(lines(content.plain()), UTF_8, "plain");
        alternative.addBodyPart(plain);
        var html = new MimeBodyPart();
        html.setText(lines(content.html()), UTF_8, "html");
        alternative.addBodyPart(html);
        part.setContent(alternative);
    }

    private MimeMultipart mixed() throws MessagingException {
        var mixed = new Bounded("mixed", messageId);
        if (!content.plain().isBlank()) {
            var words = new MimeBodyPart();
            words(words);
            mixed.addBodyPart(words);
        }
        for (var file : content.files()) {
            mixed.addBodyPart(attachment(file));
        }
        return mixed;
    }

    private static MimeBodyPart attachment(OutboundMessage.File file) throws MessagingException {
        var name = CleanText.line(file.fileName()).replace('/', '-').replace('\\', '-');
        var type = contentType(file.contentType());
        var named = new ParameterList();
        named.set("name", name, UTF_8);
        var fileNamed = new ParameterList();
        fileNamed.set("filename", name, UTF_8);
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(file.content().bytes(), type)));
        part.setHeader("Content-Type", type + named.toString("Content-Type: ".length() + type.length()));
        part.setHeader(
                "Content-Disposition", "attachment" + fileNamed.toString("Content-Disposition: attachment".length()));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
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
