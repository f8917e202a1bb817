package io.switchboard.gateway.journal;

import io.switchboard.canonical.ConnectionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

/**
 * The connections of which something waits elsewhere, in the spool or in the slow lane. What they send next must queue up behind
 * it, or it would overtake.
 *
 * @param <M> how far what waits reaches
 */
final class Backlog<M> {

    private final BinaryOperator<M> both;
    private final Map<ConnectionId, Waiting<M>> connections = new ConcurrentHashMap<>();

    /** @param both the mark of two things that wait, the earlier one first */
    Backlog(BinaryOperator<M> both) {
        this.both = both;
    }

    /**
     * @param writing how many writes are under way
     * @param mark of all that were written
     * @param writes how many there ever were, so that a look at an older state changes nothing
     */
    record Waiting<M>(int writing, Optional<M> mark, long writes) {

        boolean isSettled() {
            return writing == 0 && mark.isPresent();
        }
    }

    boolean holds(ConnectionId connection) {
        return connections.containsKey(connection);
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    /** Before the write, so that nothing slips past between its success and {@link #written}. */
    void writing(ConnectionId connection) {
        connections.merge(
                connection,
                new Waiting<>(1, Optional.empty(), 1),
                (w, first) -> new Waiting<>(w.writing() + 1, w.mark(), w.writes() + 1));
    }

    void written(ConnectionId connection, M mark) {
        connections.computeIfPresent(
                connection,
                (c, w) -> new Waiting<>(
                        w.writing() - 1,
                        w.mark().map(m -> both.apply(m, mark)).or(() -> Optional.of(mark)),
                        w.writes()));
    }

    /** The write failed: nothing of it waits. */
    void failed(ConnectionId connection) {
        connections.computeIfPresent(
                connection,
                (c, w) -> w.writing() == 1 && w.mark().isEmpty()
                        ? null
                        : new Waiting<>(w.writing() - 1, w.mark(), w.writes()));
    }

    /** Something waits that this process did not write. */
    void found(ConnectionId connection, M mark) {
        connections.putIfAbsent(connection, new Waiting<>(0, Optional.of(mark), 0));
    }

    /** Those of which nothing is being written now. */
    Map<ConnectionId, Waiting<M>> settled() {
        var settled = new HashMap<ConnectionId, Waiting<M>>();
        connections.forEach((connection, waiting) -> {
            if (waiting.isSettled()) {
                settled.put(connection, waiting);
            }
        });
        return settled;
    }

    /** Corrects a mark, unless something came in the meantime. */
    void correct(ConnectionId connection, Waiting<M> seen, M mark) {
        connections.replace(connection, seen, new Waiting<>(0, Optional.of(mark), seen.writes()));
    }

    /** Lets a connection go on of which nothing waits any more, unless something came in the meantime. */
    void release(ConnectionId connection, Waiting<M> seen) {
        connections.remove(connection, seen);
    }
}
