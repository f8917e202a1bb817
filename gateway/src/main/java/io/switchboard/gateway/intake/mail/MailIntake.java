package io.switchboard.gateway.intake.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Headers;
import io.switchboard.gateway.connections.Connection;
import io.switchboard.gateway.journal.Journal;
import io.switchboard.gateway.journal.JournalUnavailableException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Puts mails into the journal, and counts what was taken and what was not. */
final class MailIntake {

    /** How a mail came; the delivery's method. */
    enum Way {
        SMTP,
        IMAP
    }

    private final Journal journal;
    private final Consumer<DeliveryId> received;
    private final MeterRegistry meters;
    private final Clock clock;

    /** @param received told of every delivery that is in the journal */
    MailIntake(Journal journal, Consumer<DeliveryId> received, MeterRegistry meters, Clock clock) {
        this.journal = journal;
        this.received = received;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * When this returns, the mail is durable and may be acknowledged.
     *
     * @param envelope what was said beside the mail, by header name
     * @throws JournalUnavailableException when whoever has the mail must keep it
     */
    void append(Connection connection, Way way, Map<String, List<String>> envelope, Body mail)
            throws JournalUnavailableException {
        var delivery = delivery(way, envelope, mail);
        journal.append(delivery, connection.ref());
        taken(connection, delivery, way.name().toLowerCase(Locale.ROOT));
    }

    /** The same for a mail of long ago, by the slow lane. */
    void appendHistory(Connection connection, Map<String, List<String>> envelope, Body mail)
            throws JournalUnavailableException {
        var delivery = delivery(Way.IMAP, envelope, mail);
        journal.appendBulk(delivery, connection.ref());
        taken(connection, delivery, "import");
    }

    private Delivery delivery(Way way, Map<String, List<String>> envelope, Body mail) {
        var headers = new LinkedHashMap<>(envelope);
        headers.put("content-type", List.of("message/rfc822"));
        var target = way.name().toLowerCase(Locale.ROOT) + ":";
        return new Delivery(journal.newId(), clock.instant(), way.name(), target, Headers.of(headers), mail);
    }

    private void taken(Connection connection, Delivery delivery, String way) {
        received.accept(delivery.id());
        meters.counter(
                        "switchboard.deliveries.received",
                        "connector",
                        connection.ref().connector(),
                        "way",
                        way)
                .increment();
    }

    /** @param connector {@code none} when nobody was meant, so that strangers cannot invent tag values */
    void rejected(String connector, String reason) {
        meters.counter("switchboard.deliveries.rejected", "connector", connector, "reason", reason)
                .increment();
    }
}
