package io.switchboard.gateway.journal;

import io.switchboard.canonical.ConnectionId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of which something waits in the spool. What they send next must queue up behind it, or it would overtake. */
final class Backlog {

    private final Map<ConnectionId, Waiting> connections = new ConcurrentHashMap<>();

    /**
     * @param writing how many writes are under way
     * @param written whether anything was written
     * @param writes how many there ever were, so that a look at an older state changes nothing
     */
    record Waiting(int writing, boolean written, long writes) {

        private boolean isSettled() {
            return writing == 0 && written;
        }
    }

    boolean holds(ConnectionId connection) {
        return connections.containsKey(connection);
    }

    /** Before the write, so that nothing slips past between its success and {@link #written}. */
    void writing(ConnectionId connection) {
        connections.merge(
                connection,
                new Waiting(1, false, 1),
                (w, first) -> new Waiting(w.writing() + 1, w.written(), w.writes() + 1));
    }

    void written(ConnectionId connection) {
        connections.computeIfPresent(connection, (c, w) -> new Waiting(w.writing() - 1, true, w.writes()));
    }

    /** The write failed: nothing of it waits. */
    void failed(ConnectionId connection) {
        connections.computeIfPresent(
                connection,
                (c, w) -> w.writing() == 1 && !w.written()
                        ? null
                        : new Waiting(w.writing() - 1, w.written(), w.writes()));
    }

    /** Something waits that this process did not write. */
    void found(ConnectionId connection) {
        connections.putIfAbsent(connection, new Waiting(0, true, 0));
    }

    /** Those of which nothing is being written now. */
    Map<ConnectionId, Waiting> settled() {
        var settled = new HashMap<ConnectionId, Waiting>();
        connections.forEach((connection, waiting) -> {
            if (waiting.isSettled()) {
                settled.put(connection, waiting);
            }
        });
        return settled;
    }

    /** Lets a connection go on of which nothing waits any more, unless something came in the meantime. */
    void release(ConnectionId connection, Waiting seen) {
        connections.remove(connection, seen);
    }
}
