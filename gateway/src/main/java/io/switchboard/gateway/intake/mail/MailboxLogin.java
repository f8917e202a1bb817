package io.switchboard.gateway.intake.mail;

import io.switchboard.connector.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The login at one mailbox's server, looked up each time, so that a changed password needs no restart. A login that was refused is
 * not repeated for a while: servers lock out who keeps knocking.
 */
final class MailboxLogin {

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

    /** Whether the server has not refused this password lately. */
    boolean isWorthATry() {
        return !password().equals(refusedPassword) || clock.instant().isAfter(refusedUntil);
    }

    void refused() {
        refusedPassword = password();
        refusedUntil = clock.instant().plus(pause);
    }

    String password() {
        return connections
                .find(mailbox.connection())
                .flatMap(connection -> connection.secrets().current("imap_password"))
                .map(Secret::reveal)
                .orElse("");
    }

    /** The server does not let us in. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
