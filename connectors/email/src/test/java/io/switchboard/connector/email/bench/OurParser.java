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
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;

/** The connector through its public door: everything a delivery costs, threading, sanitising, quotations and hashes included. */
final class OurParser implements MailParser {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T12:00:00Z");

    private final MailboxReceiver receiver;
    private final ConnectionRef connection;

    OurParser() {
        var connector = ServiceLoader.load(ConnectorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(provider -> provider.create(new NoWayOut()))
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
                tenant,
                ConnectionId.of(tenant, "email", "nobody@bench.example"),
                "email",
                "bench",
                "nobody@bench.example",
                Map.of());
    }

    @Override
    public String name() {
        return "Switchboard";
    }

    @Override
    public Facts read(byte[] mail) {
        var message = translate(mail);
        var author = message.map(found -> found.author().party());
        return new Facts(
                message.flatMap(InboundMessage::subject).orElse(""),
                author.flatMap(party -> party.address()).orElse(""),
                author.flatMap(party -> party.displayName()).orElse(""),
                message.map(found -> found.attachments().size()).orElse(0));
    }

    Optional<InboundMessage> translate(byte[] mail) {
        var delivery =
                new Delivery(new DeliveryId(new UUID(0, 1)), RECEIVED, "IMAP", "", Headers.of(Map.of()), Body.of(mail));
        return receiver.translate(delivery, connection).events().stream()
                .filter(InboundEvent.MessageReceived.class::isInstance)
                .map(event -> ((InboundEvent.MessageReceived) event).message())
                .findFirst();
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
            return Clock.fixed(RECEIVED, java.time.ZoneOffset.UTC);
        }
    }
}
