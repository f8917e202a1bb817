package io.switchboard.gateway.intake.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** How to talk to a mailbox's server. */
final class MailboxSessions {

    private final MailIntakeProperties.Imap properties;
    private final SSLContext tls;
    private final Executor events = Executors.newVirtualThreadPerTaskExecutor();

    MailboxSessions(MailIntakeProperties.Imap properties, SSLContext tls) {
        this.properties = properties;
        this.tls = tls;
    }

    Session of(Mailbox mailbox) {
        var settings = new Properties();
        settings.setProperty("mail.imap.connectiontimeout", millis(properties.connectTimeout()));
        settings.setProperty("mail.imap.timeout", millis(properties.readTimeout()));
        settings.setProperty("mail.imap.ssl.enable", on(mailbox.security() == Mailbox.Security.TLS));
        settings.setProperty("mail.imap.starttls.enable", on(mailbox.security() == Mailbox.Security.STARTTLS));
        settings.setProperty("mail.imap.starttls.required", on(mailbox.security() == Mailbox.Security.STARTTLS));
        settings.setProperty("mail.imap.ssl.checkserveridentity", "true");
        settings.setProperty("mail.imap.socketFactory.fallback", "false");
        settings.put("mail.imap.ssl.socketFactory", tls.getSocketFactory());
        settings.setProperty("mail.imap.folder.class", MailboxFolder.class.getName());
        // A mail in one piece, as it is: the library takes a short piece for the end of the mail.
        settings.setProperty("mail.imap.partialfetch", "false");
        settings.put("mail.event.executor", events);
        return Session.getInstance(settings);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private static String on(boolean on) {
        return Boolean.toString(on);
    }
}
