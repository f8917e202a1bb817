package io.switchboard.gateway.journal;

import io.switchboard.canonical.DeliveryId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** UUID version 7 (RFC 9562 §5.7): sortable by time, 74 bits of chance. */
@Component
final class DeliveryIds {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DeliveryIds(Clock clock) {
        this.clock = clock;
    }

    DeliveryId next() {
        var high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0xfffL);
        var low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new DeliveryId(new UUID(high, low));
    }
}
