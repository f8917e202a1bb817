package io.switchboard.gateway.intake;

import io.switchboard.canonical.DeliveryId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The latest deliveries this process took, so that one can be asked about before the flow has looked at it. */
@Component
public class RecentDeliveries {

    private static final int KEPT = 10_000;

    private final Clock clock;
    private final Map<DeliveryId, Instant> received = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DeliveryId, Instant> eldest) {
            return size() > KEPT;
        }
    });

    RecentDeliveries(Clock clock) {
        this.clock = clock;
    }

    public void received(DeliveryId id) {
        received.put(id, clock.instant());
    }

    /** When the delivery was received by this process, as far as it remembers. */
    public Optional<Instant> find(DeliveryId id) {
        return Optional.ofNullable(received.get(id));
    }
}
