package io.switchboard.sandbox.platforms.whatsapp;

import java.util.Collections;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults of the next calls, one per call, in order; calls after them go well. */
final class FaultScript {

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    void next(int calls, Fault fault) {
        faults.addAll(Collections.nCopies(calls, fault));
    }

    Optional<Fault> take() {
        return Optional.ofNullable(faults.poll());
    }

    void clear() {
        faults.clear();
    }
}
