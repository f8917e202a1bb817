package io.switchboard.gateway.journal;

import io.switchboard.canonical.DeliveryId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * UUID version 7 (RFC 9562 §5.7): sortable by time, distinct within this process by a counter, and between processes by where the
 * counter began. Nobody has to be unable to guess them.
 */
@Component
final class DeliveryIds {

    /** Odd, so that the counter meets every value once before it repeats (Weyl sequence). */
    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    private final Clock clock;
    private final AtomicLong counter;
    private final long start;

    DeliveryIds(Clock clock) {
        this.clock = clock;
        var random = new SecureRandom();
        this.counter = new AtomicLong(random.nextLong());
        this.start = random.nextLong();
    }

    DeliveryId next() {
        var count = counter.addAndGet(STEP);
        var high = (clock.millis() << 16) | 0x7000L | ((start ^ count) & 0xfffL);
        var low = ((start + count) & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new DeliveryId(new UUID(high, low));
    }
}
