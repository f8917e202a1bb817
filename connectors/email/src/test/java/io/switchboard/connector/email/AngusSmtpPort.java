package io.switchboard.connector.email;

import io.switchboard.connector.Body;
import io.switchboard.connector.SmtpAnswer;
import io.switchboard.connector.SmtpPort;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Submission by a real client to a real server, as plainly as possible; how failures are told apart is the gateway's. */
final class AngusSmtpPort implements SmtpPort {

    @Override
    public SmtpAnswer send(Server server, String from, List<String> recipients, Body message) throws IOException {
        var properties = new Properties();
        properties.put("mail.smtp.from", from);
        var session = Session.getInstance(properties);
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            var mail = new MimeMessage(session, new ByteArrayInputStream(message.bytes()));
            var login = server.credentials().orElseThrow();
            transport.connect(
                    server.host(), server.port(), login.user(), login.password().reveal());
            transport.sendMessage(mail, InternetAddress.parse(String.join(",", recipients)));
            return new SmtpAnswer(transport.getLastReturnCode(), "");
        } catch (MessagingException failed) {
            throw new IOException("the server did not take the mail", failed);
        }
    }
}
