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

    /**
     * A login for submission.
     *
     * @param password or the access token, as the mechanism wants it
     */
    record Credentials(String user, Secret password, Mechanism mechanism) {

        public Credentials(String user, Secret password) {
            this(user, password, Mechanism.PASSWORD);
        }

        @Override
        public String toString() {
            return "Credentials[***]";
        }
    }

    /** How one logs in. */
    enum Mechanism {
        /** Whatever of PLAIN and LOGIN the server offers (RFC 4954). */
        PASSWORD,
        /** Google's and Microsoft's OAuth 2 mechanism. */
        XOAUTH2
    }

    /** How the connection is protected. */
    enum Security {
        NONE,
        STARTTLS,
        IMPLICIT_TLS
    }
}
