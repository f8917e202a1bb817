package io.switchboard.connector.email.bench;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;

/** Angus Mail, as lenient as it can be told to be. */
final class AngusReader implements MailReader {

    private static final List<String> LENIENT = List.of(
            "mail.mime.decodetext.strict=false",
            "mail.mime.address.strict=false",
            "mail.mime.base64.ignoreerrors=true",
            "mail.mime.uudecode.ignoreerrors=true",
            "mail.mime.uudecode.ignoremissingbeginend=true",
            "mail.mime.multipart.ignoreexistingboundaryparameter=true",
            "mail.mime.multipart.ignoremissingboundaryparameter=true",
            "mail.mime.multipart.ignoremissingendboundary=true",
            "mail.mime.multipart.allowempty=true",
            "mail.mime.ignoreunknownencoding=true",
            "mail.mime.parameters.strict=false",
            "mail.mime.decodefilename=true");

    private final Session session;

    /** Once per JVM: the library reads its settings when its classes are loaded. */
    AngusReader() {
        for (var setting : LENIENT) {
            var pair = setting.split("=", 2);
            System.setProperty(pair[0], pair[1]);
        }
        session = Session.getInstance(new Properties());
    }

    @Override
    public Map<Fact, Callable<String>> open(byte[] mail) throws Exception {
        var message = new MimeMessage(session, new ByteArrayInputStream(mail));
        return Map.of(
                Fact.SUBJECT,
                () -> message.getSubject() == null ? "" : MimeUtility.decodeText(message.getSubject()),
                Fact.FROM,
                () -> from(message).map(InternetAddress::getAddress).orElse(""),
                Fact.NAME,
                () -> from(message).map(InternetAddress::getPersonal).orElse(""),
                Fact.FILES,
                () -> Integer.toString(files(message)),
                Fact.CONTENT,
                () -> read(message));
    }

    private static Optional<InternetAddress> from(MimeMessage message) throws Exception {
        var from = message.getHeader("From", ",");
        var addresses = from == null ? new InternetAddress[0] : InternetAddress.parseHeader(from, false);
        return addresses.length == 0 ? Optional.empty() : Optional.of(addresses[0]);
    }

    private static int files(Part part) throws Exception {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            var files = 0;
            for (var i = 0; i < parts.getCount(); i++) {
                files += files(parts.getBodyPart(i));
            }
            return files;
        }
        var type = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var isText = Fact.TEXTS.contains(type);
        var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        return isText && !attached ? 0 : 1;
    }

    private static String read(Part part) throws Exception {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i));
            }
        } else if (!(part.isMimeType("text/*") && part.getContent() instanceof String)) {
            part.getDataHandler().writeTo(OutputStream.nullOutputStream());
        }
        return "";
    }
}
