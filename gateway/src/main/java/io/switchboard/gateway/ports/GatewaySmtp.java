package io.switchboard.gateway.ports;

import io.switchboard.connector.Body;
import io.switchboard.connector.SmtpAnswer;
import io.switchboard.connector.SmtpPort;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;

/**
 * The SMTP port over Angus Mail: one session per mail, all recipients or none.
 *
 * <p>A session runs on a virtual thread of its own, because interrupting that closes its socket: the one bound that holds
 * against a server which answers one byte at a time.
 */
final class GatewaySmtp implements SmtpPort {

    private final PortsProperties.Smtp properties;
    private final SSLContext tls;
    private final HostSlots slots;

    GatewaySmtp(PortsProperties.Smtp properties, SSLContext tls) {
        this.properties = properties;
        this.tls = tls;
        this.slots = new HostSlots(properties.sessionsPerHost(), properties.slotWait());
    }

    @Override
    public SmtpAnswer send(Server server, String from, List<String> recipients, Body message) throws IOException {
        var envelope = new Envelope(from, List.copyOf(recipients));
        if (!envelope.isWritable()) {
            return Envelope.BAD_ADDRESS;
        }
        return slots.within(
                server.host() + ":" + server.port(),
                () -> bounded(new FutureTask<>(() -> submit(server, envelope, message))));
    }

    private SmtpAnswer submit(Server server, Envelope envelope, Body message) throws IOException {
        var session = Session.getInstance(settings(server, envelope));
        var implicitTls = server.security() == Security.IMPLICIT_TLS;
        return new Submission(session, implicitTls).run(server, envelope, message);
    }

    private SmtpAnswer bounded(FutureTask<SmtpAnswer> session) throws IOException {
        var thread = Thread.ofVirtual().name("smtp-out").start(session);
        try {
            if (!thread.join(properties.sessionTimeout())) {
                thread.interrupt();
            }
            return session.get();
        } catch (InterruptedException stopping) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped during an SMTP session");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException told) {
                throw told;
            }
            throw new IllegalStateException("an SMTP session broke", failed.getCause());
        }
    }

    private Properties settings(Server server, Envelope envelope) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", millis(properties.connectTimeout()));
        settings.setProperty("mail.smtp.timeout", millis(properties.replyTimeout()));
        settings.setProperty("mail.smtp.localhost", properties.helloName());
        settings.setProperty(
                "mail.smtp.auth", Boolean.toString(server.credentials().isPresent()));
        if (server.credentials().filter(GatewaySmtp::isToken).isPresent()) {
            settings.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.socketFactory.fallback", "false");
        settings.setProperty("mail.mime.allowutf8", Boolean.toString(!envelope.isAscii()));
        settings.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
        return settings;
    }

    private static boolean isToken(Credentials credentials) {
        return credentials.mechanism() == Mechanism.XOAUTH2;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
