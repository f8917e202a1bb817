package io.switchboard.connector;

import io.switchboard.canonical.InboundEvent;
import java.util.List;

/**
 * What a delivery says. Nothing disappears unseen: an element of the delivery is an event or is ignored with a reason.
 *
 * @param events in the order in which the platform listed them
 */
public record Translation(List<InboundEvent> events, List<Ignored> ignored) {

    public Translation {
        events = List.copyOf(events);
        ignored = List.copyOf(ignored);
    }

    /**
     * An element that means nothing to a helpdesk, or not yet.
     *
     * @param what the platform's name for it, such as {@code field flows}; no personal data
     * @param reason why, for an operator
     */
    public record Ignored(String what, String reason) {}
}
