package io.switchboard.gateway.intake.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.connector.MailboxReceiver;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.intake.RecentDeliveries;
import io.switchboard.gateway.journal.Journal;
import io.switchboard.gateway.oauth.AccessTokens;
import io.switchboard.gateway.storage.Background;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the mail edge together. */
@Configuration(proxyBeanMethods = false)
class MailIntakeConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    MailConnections mailConnections(ConnectionRegistry registry, Connectors connectors) {
        return new MailConnections(
                registry::all,
                connector -> connectors.role(connector, MailboxReceiver.class).isPresent());
    }

    @Bean
    MailIntake mailIntake(Journal journal, RecentDeliveries recent, MeterRegistry meters, Clock clock) {
        return new MailIntake(journal, recent::received, meters, clock);
    }

    @Bean
    MailMemory mailMemory(MailIntakeProperties properties) {
        return new MailMemory(properties.mailMemory(), PATIENCE);
    }

    @Bean
    SmtpReceiver smtpReceiver(
            MailIntakeProperties properties,
            MailConnections connections,
            MailIntake intake,
            MailMemory memory,
            SmtpTls tls) {
        return new SmtpReceiver(properties.smtp(), connections, intake, memory, tls);
    }

    @Bean
    SmtpTls smtpTls(MailIntakeProperties properties, SslBundles bundles) {
        var name = properties.smtp().sslBundle();
        if (name.isBlank()) {
            return SmtpTls.NONE;
        }
        var current = new AtomicReference<>(bundles.getBundle(name).createSslContext());
        bundles.addBundleUpdateHandler(name, renewed -> current.set(renewed.createSslContext()));
        return new SmtpTls(() -> Optional.ofNullable(current.get()));
    }

    @Bean
    MailboxSessions mailboxSessions(
            MailIntakeProperties properties, MailConnections connections, AccessTokens tokens, Clock clock)
            throws NoSuchAlgorithmException {
        return new MailboxSessions(properties.imap(), SSLContext.getDefault(), connections, tokens, clock);
    }

    @Bean
    MailboxReaders mailboxReaders(
            MailIntakeProperties properties,
            MailboxCursors cursors,
            MailMemory memory,
            MailIntake intake,
            Clock clock) {
        return new MailboxReaders(properties.imap(), cursors, memory, intake, clock);
    }

    /** Its name is the scheme of its addresses. */
    @Bean
    MailboxComponent mailbox(
            MailConnections connections, MailboxSessions sessions, MailboxReaders readers, MeterRegistry meters) {
        return new MailboxComponent(connections, sessions, readers, meters);
    }

    @Bean
    MailboxRoute mailboxRoute(MailConnections connections, MailIntake intake) {
        return new MailboxRoute(new MailboxIntake(connections, intake));
    }

    @Bean
    MailProcess mailProcess(MailIntakeProperties properties, @Background JdbcClient jdbc) {
        return new MailProcess(UUID.randomUUID(), jdbc, properties.imap());
    }

    @Bean
    MailboxRoutes mailboxRoutes(
            MailIntakeProperties properties, MailConnections connections, MailboxTurns turns, CamelContext camel) {
        return new MailboxRoutes(properties.imap(), connections, turns, camel);
    }

    @Bean
    MailImports mailImports(
            MailImportTable table,
            MailConnections connections,
            MailboxSessions sessions,
            MailboxReaders readers,
            Journal journal) {
        return new MailImports(table, connections, sessions, readers, journal);
    }
}
