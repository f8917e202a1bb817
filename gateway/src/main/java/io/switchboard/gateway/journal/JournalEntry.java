package io.switchboard.gateway.journal;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;
import java.time.Instant;

/** One record of the journal, read back. */
public sealed interface JournalEntry {

    Origin origin();

    /** What every record says about itself, whatever it carries. */
    record Origin(
            Position position,
            Instant recordedAt,
            DeliveryId delivery,
            Instant receivedAt,
            ConnectionRef connection,
            String sha256,
            int size,
            String contentType) {}

    /** What a platform or a mail server brought. */
    record Arrived(Origin origin, Delivery delivery) implements JournalEntry {}

    /** What we did ourselves. */
    record Reported(Origin origin, Report report) implements JournalEntry {}
}
