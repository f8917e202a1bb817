package io.switchboard.gateway.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.canonical.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Bounds what the edge holds in memory. When it is half full, nobody may hold more than a quarter of it: the flood of one
 * merchant meets its bound before anybody else does.
 */
@Component
class Admission {

    /** Reserved for a body whose length the sender does not tell. */
    private static final long UNKNOWN = 256 * 1024;

    private final long limit;
    private final AtomicLong total = new AtomicLong();
    private final Map<TenantId, Long> byTenant = new ConcurrentHashMap<>();

    Admission(EdgeProperties properties, MeterRegistry meters) {
        this.limit = properties.inFlight().toBytes();
        meters.gauge("switchboard.edge.in.flight.bytes", total);
    }

    /** Room for one delivery; given back once. */
    final class Room implements AutoCloseable {

        private final TenantId tenant;
        private final long bytes;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Room(TenantId tenant, long bytes) {
            this.tenant = tenant;
            this.bytes = bytes;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                total.addAndGet(-bytes);
                byTenant.computeIfPresent(tenant, (t, held) -> held == bytes ? null : Long.valueOf(held - bytes));
            }
        }
    }

    /** @param length of the body, -1 when unknown */
    Optional<Room> enter(TenantId tenant, long length) {
        var bytes = length < 0 ? UNKNOWN : length;
        var now = total.addAndGet(bytes);
        var held = byTenant.merge(tenant, bytes, Long::sum);
        var room = new Room(tenant, bytes);
        // Whoever is alone may take what a single delivery needs, however small the limit.
        var isFirst = now == bytes;
        if (!isFirst && (now > limit || (now > limit / 2 && held > limit / 4))) {
            room.close();
            return Optional.empty();
        }
        return Optional.of(room);
    }
}
