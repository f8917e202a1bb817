package io.switchboard.gateway.intake;

import io.switchboard.connector.Body;
import io.switchboard.connector.Connector;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The webhook edge, {@code /hooks/<connector>/<connection>}, whatever server carries it: admit, handshake or verify over the raw bytes,
 * append, answer. Never waits: the answer is given when the journal gives its own.
 */
@Component
class HookEdge {

    private final Connectors connectors;
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
    }

    /** What is known of a request before its body. */
    sealed interface Gate {

        /** At most {@code limit} bytes may follow; the room is given back with the answer. */
        record Open(
                Connection connection, Connector connector, WebhookReceiver receiver, int limit, Admission.Room room)
                implements Gate {}

        record Closed(Problem why) implements Gate {}
    }

    /** @param length of the body, -1 when the sender does not tell */
    Gate admit(String path, long length) {
        var address = HookAddress.parse(path);
        var connector = address.flatMap(at -> connectors.find(at.connector()));
        var connection = address.flatMap(at -> registry.find(at.connector(), at.connection()));
        var receiver = address.flatMap(at -> connectors.role(at.connector(), WebhookReceiver.class));
        if (connector.isEmpty() || connection.isEmpty() || receiver.isEmpty()) {
            metrics.rejected(connector, "unknown_connection");
            return new Gate.Closed(Problem.NOT_FOUND);
        }
        var limit = connector.get().descriptor().limits().deliveryBytes();
        if (length > limit) {
            metrics.rejected(connector, "too_large");
            return new Gate.Closed(Problem.tooLarge(limit));
        }
        var room = admission.enter(connection.get().ref().tenant(), length);
        if (room.isEmpty()) {
            metrics.rejected(connector, "busy");
            return new Gate.Closed(Problem.BUSY);
        }
        return new Gate.Open(connection.get(), connector.get(), receiver.get(), limit, room.get());
    }

    /** The body turned out to be larger than allowed. */
    Problem tooLarge(Gate.Open gate) {
        gate.room().close();
        metrics.rejected(Optional.of(gate.connector()), "too_large");
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
            metrics.handshake(
                    gate.connection().ref().connector(), challenge.get().status());
            answer.accept(HookAnswer.of(challenge.get()));
        } else if (!delivery.method().equals("POST")) {
            answer.accept(HookAnswer.of(Problem.METHOD_NOT_ALLOWED));
        } else {
            switch (gate.receiver().verify(delivery, secrets)) {
                case Verification.Rejected(var reason) -> {
                    metrics.rejected(
                            Optional.of(gate.connector()), reason.name().toLowerCase(Locale.ROOT));
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
