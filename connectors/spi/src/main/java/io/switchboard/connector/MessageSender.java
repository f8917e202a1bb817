package io.switchboard.connector;

import io.switchboard.canonical.ThreadKey;
import java.util.List;

/** Answers on the customer's channel. */
public non-sealed interface MessageSender extends ConnectorRole {

    /**
     * One attempt, no retry inside. Blocks until the platform answered or the port's time-out passed.
     *
     * @return never throws for anything a platform or a network can do; a time-out is {@link SendOutcome.Unconfirmed}
     */
    SendOutcome send(OutboundMessage message, ConnectionRef connection, Secrets secrets);

    /**
     * Further names that a sent message gives its conversation, by which an answer to it may come in: a mail answers the
     * Message-ID of ours. Constant, without I/O.
     *
     * @param nativeId one of {@link SendOutcome.Accepted#nativeIds()}
     */
    default List<ThreadKey> threadKeys(String nativeId) {
        return List.of();
    }
}
