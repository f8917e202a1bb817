package io.switchboard.gateway.flow;

import io.switchboard.connector.MailboxReceiver;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation;
import io.switchboard.connector.WebhookReceiver;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.connections.ConnectionRegistry;
import io.switchboard.gateway.connections.Connectors;
import io.switchboard.gateway.journal.JournalEntry;
import io.switchboard.gateway.journal.JournalEntry.Arrived;
import io.switchboard.gateway.journal.JournalEntry.Reported;
import io.switchboard.gateway.operations.Wordless;
import io.switchboard.gateway.tickets.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The Normalizer: hands each delivery to its connector's Message Translator. One bad delivery never stops the next. */
@Component
class Normalizer {

    private static final Logger log = LoggerFactory.getLogger(Normalizer.class);

    private final Connectors connectors;
    private final ConnectionRegistry registry;

    Normalizer(Connectors connectors, ConnectionRegistry registry) {
        this.connectors = connectors;
        this.registry = registry;
    }

    Normalized normalize(JournalEntry entry) {
        return switch (entry) {
            case Reported ours ->
                new Normalized.Understood(entry, List.of(new Fact.FromUs(ours.origin(), 0, ours.report())), List.of());
            case Arrived arrived -> translated(arrived, () -> translate(arrived));
        };
    }

    /** Whatever its translator does. */
    static Normalized translated(Arrived arrived, Supplier<Translation> translator) {
        try {
            var translation = translator.get();
            var facts = new ArrayList<Fact>();
            for (var event : translation.events()) {
                facts.add(new Fact.FromPlatform(arrived.origin(), facts.size(), event));
            }
            return new Normalized.Understood(arrived, facts, translation.ignored());
        } catch (MalformedDeliveryException malformed) {
            return new Normalized.Invalid(arrived, String.valueOf(malformed.getMessage()));
        } catch (RuntimeException | StackOverflowError | LinkageError ours) {
            // A translator is total by contract; where it is not, or a class of it is missing, that must cost one
            // delivery and no more.
            log.atError()
                    .setCause(Wordless.of(ours))
                    .addKeyValue("delivery", arrived.origin().delivery())
                    .addKeyValue("connector", arrived.origin().connection().connector())
                    .log("translator failed");
            return new Normalized.Dead(
                    arrived, "translator failed with " + ours.getClass().getSimpleName());
        }
    }

    private Translation translate(Arrived arrived) {
        var delivery = arrived.delivery();
        var recorded = arrived.origin().connection();
        var connection = registry.find(recorded.id()).map(Connection::ref).orElse(recorded);
        if (delivery.method().equals("SMTP") || delivery.method().equals("IMAP")) {
            return connectors
                    .role(connection.connector(), MailboxReceiver.class)
                    .orElseThrow(() -> new IllegalStateException(connection.connector() + " receives no mail"))
                    .translate(delivery, connection);
        }
        return connectors
                .role(connection.connector(), WebhookReceiver.class)
                .orElseThrow(() -> new IllegalStateException(connection.connector() + " receives no webhooks"))
                .translate(delivery, connection);
    }
}
