package io.switchboard.gateway.intake.mail;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.connector.ConnectionRef;
import java.util.Locale;
import java.util.Optional;

/** Where a connection's mails wait: one folder on an IMAP server. Its password is looked up when it is needed. */
record Mailbox(
        ConnectionId connection,
        String connector,
        String name,
        String host,
        int port,
        Security security,
        String user,
        String folder,
        boolean markSeen,
        Auth auth) {

    /** How one logs in. */
    enum Auth {
        PASSWORD,
        XOAUTH2
    }

    /** How the connection to the server is protected. */
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * @return empty when the connection names no mailbox server
     * @throws IllegalArgumentException when a setting is not what it must be
     */
    static Optional<Mailbox> of(ConnectionRef connection) {
        return setting(connection, "imap_host").map(host -> {
            var security = security(setting(connection, "imap_security").orElse("tls"));
            return new Mailbox(
                    connection.id(),
                    connection.connector(),
                    connection.name(),
                    host,
                    setting(connection, "imap_port").map(Mailbox::port).orElse(security == Security.TLS ? 993 : 143),
                    security,
                    setting(connection, "imap_user").orElse(connection.account()),
                    setting(connection, "imap_folder").orElse("INBOX"),
                    setting(connection, "imap_mark_seen").map(Mailbox::yes).orElse(false),
                    setting(connection, "imap_auth").map(Mailbox::auth).orElse(Auth.PASSWORD));
        });
    }

    /** What tells this mailbox from another one under the same folder name: UIDs mean nothing elsewhere. */
    String place() {
        return host.toLowerCase(Locale.ROOT) + "/" + user;
    }

    @Override
    public String toString() {
        return "Mailbox[" + connector + "/" + name + "]";
    }

    private static Optional<String> setting(ConnectionRef connection, String name) {
        return connection.setting(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException("imap_port is not a number", notNumber);
        }
        throw new IllegalArgumentException("imap_port is not between 1 and 65535");
    }

    private static Auth auth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "password" -> Auth.PASSWORD;
            case "xoauth2" -> Auth.XOAUTH2;
            default -> throw new IllegalArgumentException("imap_auth is neither password nor xoauth2");
        };
    }

    private static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("imap_mark_seen is neither true nor false");
        };
    }

    private static Security security(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> Security.NONE;
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            default -> throw new IllegalArgumentException("imap_security is none of none, starttls and tls");
        };
    }
}
