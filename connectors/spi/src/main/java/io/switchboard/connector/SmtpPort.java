package io.switchboard.connector;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** SMTP submission (RFC 5321, RFC 6409) as the gateway lends it. */
public interface SmtpPort {

    /**
     * @param from envelope sender; empty for the null return path
     * @param message RFC 5322 bytes, CRLF line ends
     * @throws NotSentException when the server certainly did not take the message
     * @throws IOException when the server may have taken it: the connection broke after DATA
     */
    SmtpAnswer send(Server server, String from, List<String> recipients, Body message) throws IOException;

    /** Where to submit. */
    record Server(String host, int port, Security security, Optional<Credentials> credentials) {}

    /** A login for submission. */
    record Credentials(String user, Secret password) {
        @Override
        public String toString() {
            return "Credentials[***]";
        }
    }

    /** How the connection is protected. */
    enum Security {
        NONE,
        STARTTLS,
        IMPLICIT_TLS
    }
}
