package io.switchboard.gateway.intake;

import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whether this process is about to stop. It begins with the order to stop, before anything else: not ready any more, and
 * senders are asked with each answer to connect anew, which brings them to another process.
 */
@Component
class Draining {

    private final ApplicationContext application;
    private volatile long since;
    private volatile boolean begun;

    Draining(ApplicationContext application) {
        this.application = application;
    }

    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void begin() {
        if (!begun) {
            since = System.nanoTime();
            begun = true;
            AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
        }
    }

    boolean hasBegun() {
        return begun;
    }

    /** What is left of a time that began with it. */
    Duration leftOf(Duration whole) {
        var left = whole.minusNanos(System.nanoTime() - since);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
