package io.switchboard.connector;

import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadKey;
import java.util.List;
import java.util.Optional;

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

    /**
     * Where a conversation begins that we begin: constant, without I/O.
     *
     * @param to whom to write to, by {@link Party#address()}
     * @param cc who gets a copy
     * @return empty when nobody can be written to unasked on this channel, or not at these addresses
     */
    default Optional<Opening> opening(List<Party> to, List<Party> cc, ConnectionRef connection) {
        return Optional.empty();
    }

    /**
     * A conversation that we begin.
     *
     * @param participants everybody whose answer belongs to it
     */
    record Opening(ReturnAddress returnAddress, Surface surface, List<IdentityKey> participants) {
        public Opening {
            participants = List.copyOf(participants);
        }
    }
}
