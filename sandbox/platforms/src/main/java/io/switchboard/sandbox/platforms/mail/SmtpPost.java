package io.switchboard.sandbox.platforms.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** Hands a message to an SMTP server: what a customer's mail provider does. */
public final class SmtpPost {

    private static final String TIMEOUT_MILLIS = "5000";

    private SmtpPost() {}

    /** Returns once the server has taken responsibility; anything else is the exception of the mail library. */
    public static void send(RawMail mail, String host, int port) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.from", mail.sender());
        properties.setProperty("mail.smtp.localhost", "mail.customer.example");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        var session = Session.getInstance(properties);
        Message message = new MimeMessage(session, new ByteArrayInputStream(mail.bytes()));
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            deliver(transport, message, mail.recipient());
        }
    }

    private static void deliver(Transport transport, Message message, String recipient) throws MessagingException {
        transport.sendMessage(message, InternetAddress.parse(recipient));
    }
}
