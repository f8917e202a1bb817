package io.switchboard.gateway.intake.mail;

import io.switchboard.gateway.oauth.AccessTokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;

/** Opens sessions with mailboxes' servers: TCP, TLS, login, folder. */
final class MailboxSessions {

    /** Of java.util.logging; at its finest level the library writes mails there. */
    private static final String LOGGER = "switchboard.imap";

    private final MailIntakeProperties.Imap properties;
    private final SSLContext tls;
    private final MailConnections connections;
    private final AccessTokens tokens;
    private final Clock clock;
    private final MailboxPlaces places;

    MailboxSessions(
            MailIntakeProperties.Imap properties,
            SSLContext tls,
            MailConnections connections,
            AccessTokens tokens,
            Clock clock) {
        this.properties = properties;
        this.tls = tls;
        this.connections = connections;
        this.tokens = tokens;
        this.clock = clock;
        this.places = new MailboxPlaces(properties.maxConnections());
    }

    MailIntakeProperties.Imap properties() {
        return properties;
    }

    MailboxPlaces places() {
        return places;
    }

    MailboxLogin login(Mailbox mailbox) {
        return new MailboxLogin(mailbox, connections, tokens, clock, properties.refusedPause());
    }

    /** @throws MailboxLogin.RefusedException when the server does not accept the login */
    ImapSession open(Mailbox mailbox, MailboxLogin login) throws IOException {
        var secret = login.secret();
        IMAPProtocol protocol;
        try {
            protocol = new IMAPProtocol(
                    "imap",
                    mailbox.host(),
                    mailbox.port(),
                    settings(),
                    mailbox.security() == Mailbox.Security.TLS,
                    new MailLogger(LOGGER, null, false, System.out));
        } catch (ProtocolException failed) {
            throw ImapSession.told("the greeting", failed);
        }
        try {
            secure(protocol, mailbox);
            logIn(protocol, mailbox, secret);
            login.accepted();
            return new ImapSession(protocol, mailbox.folder(), mailbox.markSeen());
        } catch (MailboxLogin.RefusedException refused) {
            protocol.disconnect();
            login.refused(secret);
            throw refused;
        } catch (IOException failed) {
            protocol.disconnect();
            throw failed;
        }
    }

    private static void secure(IMAPProtocol protocol, Mailbox mailbox) throws IOException {
        if (mailbox.security() != Mailbox.Security.STARTTLS) {
            return;
        }
        try {
            if (!protocol.hasCapability("STARTTLS")) {
                throw new IOException("the mail server does not offer STARTTLS");
            }
            protocol.startTLS();
            protocol.capability();
        } catch (ProtocolException failed) {
            throw ImapSession.told("STARTTLS", failed);
        }
    }

    private static void logIn(IMAPProtocol protocol, Mailbox mailbox, String secret) throws IOException {
        try {
            if (mailbox.auth() == Mailbox.Auth.XOAUTH2) {
                protocol.authoauth2(mailbox.user(), secret);
            } else if (protocol.hasCapability("AUTH=PLAIN")) {
                protocol.authplain(null, mailbox.user(), secret);
            } else if (!protocol.hasCapability("LOGINDISABLED")) {
                protocol.login(mailbox.user(), secret);
            } else {
                throw new IOException("the mail server offers no way to log in with a password");
            }
            // Many say more once they know who asks: IDLE for example.
            protocol.capability();
        } catch (CommandFailedException no) {
            if (ImapSession.isAboutTheServer(no)) {
                throw new IOException("the mail server has no time for a login");
            }
            throw new MailboxLogin.RefusedException("the mail server refused the login");
        } catch (ProtocolException failed) {
            throw ImapSession.told("the login", failed);
        }
    }

    private Properties settings() {
        var settings = new Properties();
        settings.setProperty("mail.imap.connectiontimeout", millis(properties.connectTimeout()));
        settings.setProperty("mail.imap.timeout", millis(properties.readTimeout()));
        settings.setProperty("mail.imap.ssl.checkserveridentity", "true");
        settings.setProperty("mail.imap.socketFactory.fallback", "false");
        settings.put("mail.imap.ssl.socketFactory", tls.getSocketFactory());
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
