package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation;
import io.switchboard.connector.Translation.Ignored;
import io.switchboard.connector.payload.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers what a delivery says, in order. An element that is broken is reported and costs only itself. */
final class Findings {

    private final List<InboundEvent> events = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();

    void add(InboundEvent event) {
        events.add(event);
    }

    void ignore(Ignored element) {
        ignored.add(element);
    }

    void ignore(String what, String reason) {
        ignored.add(new Ignored(what, reason));
    }

    /** Translates every element of a list; an element's translator adds what it says once it has read it all. */
    void each(Payload parent, String list, Consumer<Payload> translator) {
        attempt(list, () -> parent.list(list).forEach(element -> attempt(list, () -> translator.accept(element))));
    }

    void attempt(String what, Runnable translation) {
        try {
            translation.run();
        } catch (MalformedDeliveryException broken) {
            ignore(what, "malformed: " + broken.getMessage());
        }
    }

    int size() {
        return events.size() + ignored.size();
    }

    Translation translation() {
        return new Translation(events, ignored);
    }
}
