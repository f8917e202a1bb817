package io.switchboard.gateway.intake.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.canonical.ConnectionId;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.support.DefaultComponent;

/** {@code mailbox:<connection id>}: the mailbox that a connection names. */
final class MailboxComponent extends DefaultComponent {

    private final MailIntakeProperties.Imap properties;
    private final MailConnections connections;
    private final MailboxSessions sessions;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mailbox-alarm").factory());

    MailboxComponent(
            MailIntakeProperties.Imap properties,
            MailConnections connections,
            MailboxSessions sessions,
            MeterRegistry meters,
            Clock clock) {
        this.properties = properties;
        this.connections = connections;
        this.sessions = sessions;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        var mailbox = connections
                .find(ConnectionId.parse(remaining))
                .flatMap(connection -> Mailbox.of(connection.ref()))
                .orElseThrow(() -> new IllegalArgumentException("no connection " + remaining + " names a mailbox"));
        var login = new MailboxLogin(mailbox, connections, clock, properties.refusedPause());
        var watch = new MailboxWatch(mailbox, sessions, login, alarms, properties);
        var endpoint = new MailboxEndpoint(
                uri,
                getCamelContext(),
                mailbox,
                configuration(mailbox, login),
                new MailboxSchedule(properties.pollInterval(), watch),
                new MailboxHealth(mailbox, login, meters));
        endpoint.setMaxMessagesPerPoll(properties.batch());
        return endpoint;
    }

    @Override
    protected void doShutdown() throws Exception {
        alarms.shutdownNow();
        super.doShutdown();
    }

    private MailConfiguration configuration(Mailbox mailbox, MailboxLogin login) {
        var configuration = new MailConfiguration(getCamelContext());
        configuration.configureProtocol("imap");
        configuration.setHost(mailbox.host());
        configuration.setPort(mailbox.port());
        configuration.setFolderName(mailbox.folder());
        configuration.setSession(sessions.of(mailbox));
        configuration.setAuthenticator(login);
        configuration.setUnseen(true);
        configuration.setPeek(true);
        configuration.setDelete(false);
        configuration.setMapMailMessage(false);
        configuration.setCloseFolder(true);
        configuration.setDisconnect(false);
        return configuration;
    }
}
