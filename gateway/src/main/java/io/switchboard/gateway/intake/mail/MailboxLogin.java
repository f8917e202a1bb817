package io.switchboard.gateway.intake.mail;

import io.switchboard.connector.Secret;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.oauth.AccessTokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The login at one mailbox's server, looked up each time, so that a changed password needs no restart. A login that was refused is
 * not repeated for a while: servers lock out who keeps knocking. An access token that is refused may just have been withdrawn, so it is
 * exchanged once.
 */
final class MailboxLogin {

    private final Mailbox mailbox;
    private final MailConnections connections;
    private final AccessTokens tokens;
    private final Clock clock;
    private final Duration pause;
    private Optional<String> refused = Optional.empty();
    private Instant refusedUntil = Instant.MIN;
    private boolean exchanged;

    MailboxLogin(Mailbox mailbox, MailConnections connections, AccessTokens tokens, Clock clock, Duration pause) {
        this.mailbox = mailbox;
        this.connections = connections;
        this.tokens = tokens;
        this.clock = clock;
        this.pause = pause;
    }

    /** Whether the server has not refused this merchant's secret lately. */
    boolean isWorthATry() {
        return !refused.equals(basis()) || clock.instant().isAfter(refusedUntil);
    }

    /**
     * The password, or an access token.
     *
     * @throws IOException when there is none at the moment
     */
    String secret() throws IOException {
        return mailbox.auth() == Mailbox.Auth.PASSWORD
                ? basis().orElse("")
                : tokens.of(connection()).reveal();
    }

    void accepted() {
        exchanged = false;
    }

    void refused(String secret) throws IOException {
        if (mailbox.auth() == Mailbox.Auth.XOAUTH2 && !exchanged) {
            exchanged = true;
            tokens.disbelieved(connection(), Secret.of(secret));
            return;
        }
        refused = basis();
        refusedUntil = clock.instant().plus(pause);
    }

    /** What the merchant entrusted to us, by which we log in. */
    private Optional<String> basis() {
        var name = mailbox.auth() == Mailbox.Auth.PASSWORD ? "imap_password" : "oauth_refresh_token";
        return connections
                .find(mailbox.connection())
                .flatMap(connection -> connection.secrets().current(name))
                .map(Secret::reveal);
    }

    private Connection connection() throws IOException {
        return connections
                .find(mailbox.connection())
                .orElseThrow(() -> new IOException("the connection went away while its mailbox was read"));
    }

    /** The server does not let us in. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
