package io.switchboard.gateway.tickets;

import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.EventId;

/** What became of a fact. */
public sealed interface Outcome {

    Fact fact();

    EventId event();

    /** To be published, for the first time or again after a crash. */
    record Published(Fact fact, CloudEvent cloudEvent) implements Outcome {
        @Override
        public EventId event() {
            return cloudEvent.id();
        }
    }

    /** Published before, from another delivery. */
    record Duplicate(Fact fact, EventId event) implements Outcome {}
}
