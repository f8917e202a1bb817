package io.switchboard.gateway.intake;

import io.switchboard.canonical.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bringing in what was in a mailbox before it was connected: by the slow lane, in no hurry, and no mail twice. */
public interface HistoryImports {

    /** How an import is. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    /**
     * How far an import came.
     *
     * @param since mails that arrived before are left out
     * @param looked at so many mails
     * @param total so many there were when it began
     * @param taken so many were put into the journal
     * @param trouble why it does not get on at the moment; empty when it does
     */
    record Progress(
            UUID id,
            ConnectionId connection,
            Instant since,
            State state,
            long looked,
            long total,
            long taken,
            String trouble,
            Instant startedAt,
            Instant changedAt) {}

    /**
     * @return empty when one is running already
     * @throws IllegalArgumentException when the connection names no mailbox
     */
    Optional<Progress> start(ConnectionId connection, Instant since);

    Optional<Progress> find(UUID id);

    /** Of one connection, the newest first. */
    List<Progress> of(ConnectionId connection);

    /** Of all connections, the newest first. */
    List<Progress> latest(int most);

    /** What is in the journal stays there. Nothing happens to one that is over. */
    void cancel(UUID id);
}
