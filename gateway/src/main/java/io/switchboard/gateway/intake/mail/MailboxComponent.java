package io.switchboard.gateway.intake.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.canonical.ConnectionId;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultComponent;

/** {@code mailbox:<connection id>}: the mailbox that a connection names. */
final class MailboxComponent extends DefaultComponent {

    private final MailConnections connections;
    private final MailboxSessions sessions;
    private final MailboxReaders readers;
    private final MeterRegistry meters;

    MailboxComponent(
            MailConnections connections, MailboxSessions sessions, MailboxReaders readers, MeterRegistry meters) {
        this.connections = connections;
        this.sessions = sessions;
        this.readers = readers;
        this.meters = meters;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        var mailbox = connections
                .find(ConnectionId.parse(remaining))
                .flatMap(connection -> Mailbox.of(connection.ref()))
                .orElseThrow(() -> new IllegalArgumentException("no connection " + remaining + " names a mailbox"));
        return new MailboxEndpoint(uri, this, (endpoint, processor) -> consumer(endpoint, processor, mailbox));
    }

    private MailboxConsumer consumer(MailboxEndpoint endpoint, Processor processor, Mailbox mailbox) {
        var health = new MailboxHealth(mailbox, meters);
        var watch = new MailboxWatch(mailbox, sessions, readers.of(mailbox), health);
        return new MailboxConsumer(endpoint, processor, watch, health);
    }
}
