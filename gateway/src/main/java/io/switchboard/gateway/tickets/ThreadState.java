package io.switchboard.gateway.tickets;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.CustomerId;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ReturnAddress;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thread while a batch works on it; written back once at the end. Of what only replies need, it holds what the batch brought:
 * that is written, never read.
 */
final class ThreadState {

    final ThreadId id;
    final TenantId tenant;
    final Optional<Opening> opening;

    /** Within this time somebody who writes about the same may mean the same. */
    private static final Duration SAME_TOPIC = Duration.ofDays(7);

    private long storedSeq;
    long lastSeq;
    Optional<Instant> lastOccurred = Optional.empty();
    Optional<String> subject = Optional.empty();
    Optional<String> topic = Optional.empty();
    boolean byMachine;
    Optional<CustomerId> customer = Optional.empty();
    Optional<TicketId> ticket = Optional.empty();
    boolean ticketOpen;
    Optional<Instant> ticketClosed = Optional.empty();

    Optional<ReplyCapability> capability = Optional.empty();
    Optional<ReturnAddress> returnAddress = Optional.empty();
    Optional<String> lastInbound = Optional.empty();

    private ThreadState(ThreadId id, TenantId tenant, Optional<Opening> opening) {
        this.id = id;
        this.tenant = tenant;
        this.opening = opening;
    }

    /** What a thread is from its first day on. */
    record Opening(ConnectionId connection, String connector, ThreadKey key, Surface surface) {}

    static ThreadState stored(ThreadId id, TenantId tenant, long lastSeq) {
        var state = new ThreadState(id, tenant, Optional.empty());
        state.storedSeq = lastSeq;
        state.lastSeq = lastSeq;
        return state;
    }

    static ThreadState opened(ThreadId id, TenantId tenant, Opening opening) {
        return new ThreadState(id, tenant, Optional.of(opening));
    }

    boolean isRecent(Instant now) {
        return lastOccurred
                .filter(last -> !now.isAfter(last.plus(SAME_TOPIC)) && !now.isBefore(last.minus(SAME_TOPIC)))
                .isPresent();
    }

    /** Every event of a thread takes a number: without one, nothing about it changed. */
    boolean isChanged() {
        return lastSeq > storedSeq;
    }

    long nextSeq() {
        return ++lastSeq;
    }

    /** Whether something published on this thread happened after the given time; remembers the latest. */
    boolean isLate(Instant occurred) {
        var late = lastOccurred.filter(occurred::isBefore).isPresent();
        if (!late) {
            lastOccurred = Optional.of(occurred);
        }
        return late;
    }
}
