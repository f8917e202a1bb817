package io.switchboard.connector.email.account;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.SmtpPort;
import java.util.Locale;
import java.util.Optional;

/** Where a connection submits its mail (RFC 6409). */
public sealed interface Submission {

    record Ready(SmtpPort.Server server) implements Submission {}

    /** @param reason what the merchant has to set */
    record Incomplete(String reason) implements Submission {}

    static Submission of(ConnectionRef connection, Secrets secrets) {
        var host = EmailSettings.of(connection, EmailSettings.SMTP_HOST);
        if (host.isEmpty()) {
            return new Incomplete("smtp_host is not set");
        }
        var port = EmailSettings.of(connection, EmailSettings.SMTP_PORT);
        if (!port.matches("\\d{1,5}")) {
            return new Incomplete("smtp_port is not a number");
        }
        var security = security(EmailSettings.of(connection, EmailSettings.SMTP_SECURITY));
        if (security.isEmpty()) {
            return new Incomplete("smtp_security is none of none, starttls and tls");
        }
        var user = EmailSettings.of(connection, EmailSettings.SMTP_USER);
        var byToken = EmailSettings.of(connection, EmailSettings.SMTP_AUTH).equalsIgnoreCase("xoauth2");
        var mechanism = byToken ? SmtpPort.Mechanism.XOAUTH2 : SmtpPort.Mechanism.PASSWORD;
        var secret = secrets.current(byToken ? EmailSettings.ACCESS_TOKEN : EmailSettings.SMTP_PASSWORD);
        if (!user.isEmpty() && secret.isEmpty()) {
            return new Incomplete(
                    byToken
                            ? "smtp_auth is xoauth2 and oauth_token_url is not set"
                            : "smtp_user is set and smtp_password is not");
        }
        var credentials =
                secret.filter(known -> !user.isEmpty()).map(known -> new SmtpPort.Credentials(user, known, mechanism));
        return new Ready(new SmtpPort.Server(host, Integer.parseInt(port), security.get(), credentials));
    }

    private static Optional<SmtpPort.Security> security(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "none" -> Optional.of(SmtpPort.Security.NONE);
            case "starttls" -> Optional.of(SmtpPort.Security.STARTTLS);
            case "tls" -> Optional.of(SmtpPort.Security.IMPLICIT_TLS);
            default -> Optional.empty();
        };
    }
}
