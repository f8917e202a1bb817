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
import java.time.Instant;
import java.util.Optional;

/** One thread while a batch works on it; written back once at the end. */
final class ThreadState {

    final ThreadId id;
    final TenantId tenant;
    final ConnectionId connection;
    final String connector;
    final ThreadKey key;
    final Surface surface;
    final boolean isNew;

    long lastSeq;
    Optional<Instant> lastOccurred = Optional.empty();
    Optional<String> subject = Optional.empty();
    Optional<ReplyCapability> capability = Optional.empty();
    Optional<ReturnAddress> returnAddress = Optional.empty();
    Optional<String> lastInbound = Optional.empty();
    Optional<CustomerId> customer = Optional.empty();
    Optional<TicketId> ticket = Optional.empty();
    boolean ticketOpen;
    Optional<Instant> ticketClosed = Optional.empty();

    ThreadState(
            ThreadId id,
            TenantId tenant,
            ConnectionId connection,
            String connector,
            ThreadKey key,
            Surface surface,
            boolean isNew) {
        this.id = id;
        this.tenant = tenant;
        this.connection = connection;
        this.connector = connector;
        this.key = key;
        this.surface = surface;
        this.isNew = isNew;
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
