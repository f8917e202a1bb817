package io.switchboard.connector.email.bench;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.Properties;

/** Angus Mail, as lenient as it can be told to be. */
final class AngusParser implements MailParser {

    private static final Session SESSION = Session.getInstance(new Properties());

    /** Once per JVM, before the library is loaded. */
    static void beLenient() {
        for (var setting : new String[] {
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
            "mail.mime.decodefilename=true"
        }) {
            System.setProperty(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
    }

    @Override
    public String name() {
        return "Angus Mail";
    }

    @Override
    public Facts read(byte[] mail) throws Exception {
        var message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
        var subject = message.getSubject();
        var from = message.getHeader("From", ",");
        var addresses = from == null ? new InternetAddress[0] : InternetAddress.parseHeader(from, false);
        var first = addresses.length == 0 ? new InternetAddress() : addresses[0];
        var files = files(message);
        return new Facts(
                subject == null ? "" : MimeUtility.decodeText(subject),
                first.getAddress() == null ? "" : first.getAddress(),
                first.getPersonal() == null ? "" : first.getPersonal(),
                files);
    }

    private static int files(Part part) throws Exception {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            var files = 0;
            for (var i = 0; i < parts.getCount(); i++) {
                files += files(parts.getBodyPart(i));
            }
            return files;
        }
        var isText = part.isMimeType("text/plain") || part.isMimeType("text/html");
        var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        if (isText && !attached) {
            if (part.getContent() instanceof String words) {
                return words.length() < 0 ? 1 : 0;
            }
            return 0;
        }
        part.getDataHandler().writeTo(OutputStream.nullOutputStream());
        return part instanceof BodyPart || !isText ? 1 : 0;
    }
}
