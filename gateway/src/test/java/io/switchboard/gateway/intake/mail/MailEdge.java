package io.switchboard.gateway.intake.mail;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.HealthState;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Secret;
import io.switchboard.connector.Secrets;
import io.switchboard.gateway.SettableClock;
import io.switchboard.gateway.connections.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.unit.DataSize;

/** What both ways of mail need, with connections that a test writes down. */
final class MailEdge {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final List<Connection> registry = new CopyOnWriteArrayList<>();
    final FakeJournal journal = new FakeJournal();
    final List<DeliveryId> received = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final SettableClock clock = new SettableClock(NOW);
    final MailConnections connections = new MailConnections(() -> registry, connector -> connector.equals("email"));
    final MailIntake intake = new MailIntake(journal, received::add, meters, clock);
    final MailMemory memory = new MailMemory(DataSize.ofMegabytes(2), Duration.ofMillis(50));

    static Connection connection(String connector, String name, String account, Map<String, String> settings) {
        return connection(connector, name, account, settings, "imap-secret");
    }

    static Connection connection(
            String connector, String name, String account, Map<String, String> settings, String imapPassword) {
        var tenant = new TenantId("test");
        var ref = new ConnectionRef(
                tenant, ConnectionId.of(tenant, connector, account), connector, name, account, settings);
        var secrets = Secrets.of(Map.of("imap_password", List.of(Secret.of(imapPassword))));
        return new Connection(ref, secrets, HealthState.CONNECTED, "");
    }

    double counted(String meter, String... tags) {
        var counter = meters.find(meter).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }
}
