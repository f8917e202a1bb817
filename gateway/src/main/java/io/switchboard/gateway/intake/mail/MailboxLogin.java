package io.switchboard.gateway.intake.mail;

import io.switchboard.connector.Secret;
import jakarta.mail.PasswordAuthentication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.component.mail.MailAuthenticator;

/**
 * The login at one mailbox's server, looked up each time, so that a changed password needs no restart. A login that was refused is
 * not repeated for a while: servers lock out who keeps knocking.
 */
final class MailboxLogin extends MailAuthenticator {

    private final Mailbox mailbox;
    private final MailConnections connections;
    private final Clock clock;
    private final Duration pause;
    private String refusedPassword = "";
    private Instant refusedUntil = Instant.MIN;

    MailboxLogin(Mailbox mailbox, MailConnections connections, Clock clock, Duration pause) {
        this.mailbox = mailbox;
        this.connections = connections;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(mailbox.user(), password());
    }

    /** Whether the server has not refused this password lately. */
    synchronized boolean isWorthATry() {
        return !password().equals(refusedPassword) || clock.instant().isAfter(refusedUntil);
    }

    synchronized void refused() {
        refusedPassword = password();
        refusedUntil = clock.instant().plus(pause);
    }

    private String password() {
        return connections
                .find(mailbox.connection())
                .flatMap(connection -> connection.secrets().current("imap_password"))
                .map(Secret::reveal)
                .orElse("");
    }
}
