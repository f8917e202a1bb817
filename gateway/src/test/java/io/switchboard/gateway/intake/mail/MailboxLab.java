package io.switchboard.gateway.intake.mail;

import static org.awaitility.Awaitility.await;

import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.oauth.AccessTokens;
import io.switchboard.gateway.oauth.TokenServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.util.unit.DataSize;

/** A mail server with the mailboxes {@code shop} and {@code other}, and what reads them. */
final class MailboxLab implements AutoCloseable {

    static final Duration NEVER = Duration.ofMinutes(10);
    static final Duration SOON = Duration.ofMillis(200);
    static final String MAIL = "From: anna@example.org\r\nSubject: hello\r\n\r\nWhere is my order?\r\n";

    final MailEdge edge = new MailEdge();
    final ImapServer server = new ImapServer();
    final FakeCursors cursors = new FakeCursors();
    AccessTokens tokens = TokenServer.none();
    private Reading reading = new Reading(new DefaultCamelContext(), List.of());

    /** What reads, as one process does. */
    record Reading(DefaultCamelContext camel, List<MailboxRoutes> routes) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            routes.forEach(MailboxRoutes::close);
            camel.close();
        }
    }

    MailboxLab() {
        server.user("shop", "imap-secret");
        server.user("other", "imap-secret");
    }

    void run(Duration pollInterval) throws Exception {
        run(pollInterval, SSLContext.getDefault());
    }

    void run(Duration pollInterval, SSLContext tls) throws Exception {
        run(bounds(pollInterval, 100), tls);
    }

    void run(MailIntakeProperties.Imap bounds, SSLContext tls) throws Exception {
        reading = read(bounds, tls, cursors, Set::copyOf);
    }

    /** One process more. */
    Reading read(MailIntakeProperties.Imap bounds, SSLContext tls, MailboxCursors cursors, MailboxTurns turns)
            throws Exception {
        var camel = new DefaultCamelContext();
        var sessions = new MailboxSessions(bounds, tls, edge.connections, tokens, edge.clock);
        var readers = new MailboxReaders(bounds, cursors, edge.memory, edge.intake, edge.clock);
        camel.addComponent("mailbox", new MailboxComponent(edge.connections, sessions, readers, edge.meters));
        camel.addRoutes(new MailboxRoute(new MailboxIntake(edge.connections, edge.intake)));
        camel.start();
        var routes = new MailboxRoutes(bounds, edge.connections, turns, camel);
        routes.start();
        return new Reading(camel, List.of(routes));
    }

    /** Runs with the mailbox {@code shop} connected, so that whatever comes now is new. */
    void watch() throws Exception {
        edge.registry.add(mailbox("shop"));
        run(NEVER);
        await().until(() -> up("shop") == 1);
    }

    void stop() throws IOException {
        reading.close();
    }

    DefaultCamelContext camel() {
        return reading.camel();
    }

    @Override
    public void close() throws IOException {
        stop();
        server.close();
    }

    static MailIntakeProperties.Imap bounds(Duration pollInterval, int connections) {
        return new MailIntakeProperties.Imap(
                true,
                pollInterval,
                10,
                DataSize.ofMegabytes(1),
                connections,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofMillis(1500),
                Duration.ofDays(1),
                Duration.ofMillis(300),
                Duration.ofMinutes(5),
                2,
                1_000,
                Duration.ofMillis(100),
                Duration.ofSeconds(45));
    }

    int taken() {
        return edge.journal.entries().size();
    }

    List<String> subjects() {
        return edge.journal.entries().stream()
                .map(entry -> entry.delivery().body().asText())
                .map(mail -> mail.substring(mail.indexOf("Subject: ") + 9)
                        .lines()
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    /** 1, 0, or not a number while nobody knows. */
    double up(String name) {
        var gauge = edge.meters
                .find("switchboard.mailbox.up")
                .tag("connection", name)
                .gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    Connection mailbox(String name) {
        return mailbox(name, Map.of());
    }

    Connection mailbox(String name, Map<String, String> more) {
        return mailbox(name, more, "imap-secret");
    }

    Connection mailbox(String name, Map<String, String> more, String password) {
        var settings = new HashMap<>(Map.of(
                "imap_host",
                "127.0.0.1",
                "imap_port",
                Integer.toString(server.port()),
                "imap_security",
                "none",
                "imap_user",
                name));
        settings.putAll(more);
        return MailEdge.connection("email", name, name + "@shop.example", settings, password);
    }
}
