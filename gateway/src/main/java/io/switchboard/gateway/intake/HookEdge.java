package io.switchboard.gateway.intake;

import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.connector.Verification;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.Appended;
import io.switchboard.gateway.journal.DeliveryJournal;
import io.switchboard.gateway.journal.JournalUnavailableException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The webhook edge, {@code /hooks/<connector>/<connection>}, whatever server carries it: admit, handshake or verify over the raw bytes,
 * append, answer. Never waits: the answer is given when the journal gives its own.
 */
@Component
class HookEdge {

    private static final String ROOT = "/hooks/";

    private final Connectors connectors;
    private final Map<String, Way> ways = new HashMap<>();
    private final ConnectionRegistry registry;
    private final DeliveryJournal journal;
    private final Admission admission;
    private final IntakeMetrics metrics;
    private final RecentDeliveries recent;
    private final Clock clock;

    HookEdge(
            Connectors connectors,
            ConnectionRegistry registry,
            DeliveryJournal journal,
            Admission admission,
            IntakeMetrics metrics,
            RecentDeliveries recent,
            Clock clock) {
        this.connectors = connectors;
        this.registry = registry;
        this.journal = journal;
        this.admission = admission;
        this.metrics = metrics;
        this.recent = recent;
        this.clock = clock;
        for (var connector : connectors.all()) {
            var name = connector.descriptor().name();
            connectors
                    .role(name, WebhookReceiver.class)
                    .ifPresent(receiver -> ways.put(
                            name,
                            new Way(receiver, connector.descriptor().limits().deliveryBytes())));
        }
    }

    /** A connector that takes hooks, of at most so many bytes. */
    private record Way(WebhookReceiver receiver, int limit) {}

    /** What is known of a request before its body. */
    sealed interface Gate {

        /** At most {@code limit} bytes may follow; the room is given back with the answer. */
        record Open(Connection connection, WebhookReceiver receiver, int limit, Admission.Room room) implements Gate {

            String connector() {
                return connection.ref().connector();
            }
        }

        record Closed(Problem why) implements Gate {}
    }

    /** @param length of the body, -1 when the sender does not tell */
    Gate admit(String path, long length) {
        var address = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
        var connection = registry.find(address);
        var way = connection.map(known -> ways.get(known.ref().connector()));
        if (connection.isEmpty() || way.isEmpty()) {
            metrics.rejected(connectorOf(address), "unknown_connection");
            return new Gate.Closed(Problem.NOT_FOUND);
        }
        var connector = connection.get().ref().connector();
        var limit = way.get().limit();
        if (length > limit) {
            metrics.rejected(connector, "too_large");
            return new Gate.Closed(Problem.tooLarge(limit));
        }
        var receiver = way.get().receiver().forConnection(connection.get().ref());
        var room = admission.enter(connection.get().ref().tenant(), length);
        if (room.isEmpty()) {
            metrics.rejected(connector, "busy");
            return new Gate.Closed(Problem.BUSY);
        }
        return new Gate.Open(connection.get(), receiver, limit, room.get());
    }

    /** Empty when it names none that exists, so that strangers cannot invent names. */
    private Optional<String> connectorOf(String address) {
        var slash = address.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : connectors
                        .find(address.substring(0, slash))
                        .map(known -> known.descriptor().name());
    }

    /** The body turned out to be larger than allowed. */
    Problem tooLarge(Gate.Open gate) {
        gate.room().close();
        metrics.rejected(gate.connector(), "too_large");
        return Problem.tooLarge(gate.limit());
    }

    /** @param respond called once, on this thread or the journal's; must not be held up */
    void receive(
            Gate.Open gate, String method, String target, Headers headers, Body body, Consumer<HookAnswer> respond) {
        var delivery = new Delivery(journal.newId(), clock.instant(), method, target, headers, body);
        Consumer<HookAnswer> answer = given -> {
            gate.room().close();
            respond.accept(given);
        };
        try {
            decide(gate, delivery, answer);
        } catch (RuntimeException ours) {
            gate.room().close();
            throw ours;
        }
    }

    private void decide(Gate.Open gate, Delivery delivery, Consumer<HookAnswer> answer) {
        var secrets = gate.connection().secrets();
        var challenge = gate.receiver().handshake(delivery, secrets);
        if (challenge.isPresent()) {
            metrics.handshake(gate.connector(), challenge.get().status());
            answer.accept(HookAnswer.of(challenge.get()));
        } else if (!delivery.method().equals("POST")) {
            answer.accept(HookAnswer.of(Problem.METHOD_NOT_ALLOWED));
        } else {
            switch (gate.receiver().verify(delivery, secrets)) {
                case Verification.Rejected(var reason) -> {
                    metrics.rejected(gate.connector(), reason.name().toLowerCase(Locale.ROOT));
                    answer.accept(HookAnswer.of(Problem.UNAUTHORIZED));
                }
                case Verification.Authentic() -> append(gate, delivery, answer);
            }
        }
    }

    private void append(Gate.Open gate, Delivery delivery, Consumer<HookAnswer> answer) {
        var ref = gate.connection().ref();
        var started = System.nanoTime();
        journal.append(delivery, ref, new Appended() {
            @Override
            public void durable() {
                metrics.appended(ref.connector(), true, System.nanoTime() - started);
                recent.received(delivery.id());
                answer.accept(HookAnswer.of(gate.receiver().acknowledge(delivery.id())));
            }

            @Override
            public void unavailable(JournalUnavailableException why) {
                metrics.appended(ref.connector(), false, System.nanoTime() - started);
                metrics.unavailable(ref.connector(), why);
                answer.accept(HookAnswer.of(Problem.UNAVAILABLE));
            }
        });
    }
}
