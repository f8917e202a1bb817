package io.switchboard.gateway.journal;

import io.switchboard.canonical.DeliveryId;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.Delivery;

/** Where the edge puts what arrives. */
public interface Journal {

    /** An id for a delivery that is about to be appended. */
    DeliveryId newId();

    /**
     * Appends a delivery; when this returns, it is durable and will be processed.
     *
     * @throws JournalUnavailableException when it is not, or nobody can tell
     */
    void append(Delivery delivery, ConnectionRef connection) throws JournalUnavailableException;

    /** Appends something nobody waits for, such as a replay or a history: it must not hold up what somebody waits for. */
    void appendBulk(Delivery delivery, ConnectionRef connection) throws JournalUnavailableException;
}
