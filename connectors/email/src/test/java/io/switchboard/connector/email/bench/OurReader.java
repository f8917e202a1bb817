package io.switchboard.connector.email.bench;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.TenantId;
import io.switchboard.connector.Body;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorProvider;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.HttpPort;
import io.switchboard.connector.MailboxReceiver;
import io.switchboard.connector.SmtpPort;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The connector through its public door: everything a delivery costs, threading, sanitising, quotations and hashes included. */
final class OurReader implements MailReader {

    static final String ACCOUNT = "nobody@bench.example";

    private static final Instant RECEIVED = Instant.parse("2026-03-02T12:00:00Z");
    private static final DeliveryId DELIVERY = new DeliveryId(new UUID(0, 1));

    private final MailboxReceiver receiver;
    private final ConnectionRef connection;

    OurReader() {
        var connector = ServiceLoader.load(ConnectorProvider.class).stream()
                .map(provider -> provider.get().create(new NoWayOut()))
                .filter(found -> found.descriptor().name().equals("email"))
                .findFirst()
                .orElseThrow();
        receiver = connector.roles().stream()
                .filter(MailboxReceiver.class::isInstance)
                .map(MailboxReceiver.class::cast)
                .findFirst()
                .orElseThrow();
        var tenant = new TenantId("bench");
        connection = new ConnectionRef(
                tenant, ConnectionId.of(tenant, "email", ACCOUNT), "email", "bench", ACCOUNT, Map.of());
    }

    @Override
    public Map<Fact, Callable<String>> open(byte[] mail) {
        var message = translate(mail);
        var author = message.author().party();
        return Map.of(
                Fact.SUBJECT, () -> message.subject().orElse(""),
                Fact.FROM, () -> author.address().orElse(""),
                Fact.NAME, () -> author.displayName().orElse(""),
                Fact.FILES, () -> Integer.toString(message.attachments().size()));
    }

    /** What happened first: the message. */
    InboundMessage translate(byte[] mail) {
        var delivery = new Delivery(DELIVERY, RECEIVED, "IMAP", "", Headers.NONE, Body.of(mail));
        return receiver.translate(delivery, connection).events().stream()
                .filter(InboundEvent.MessageReceived.class::isInstance)
                .map(event -> ((InboundEvent.MessageReceived) event).message())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a mail came to nothing"));
    }

    private record NoWayOut() implements ConnectorContext {

        @Override
        public HttpPort http() {
            throw new IllegalStateException("a benchmark calls nobody");
        }

        @Override
        public SmtpPort smtp() {
            return (server, from, recipients, message) -> {
                throw new IllegalStateException("a benchmark calls nobody");
            };
        }

        @Override
        public Clock clock() {
            return Clock.fixed(RECEIVED, ZoneOffset.UTC);
        }
    }
}
