package io.switchboard.gateway.intake;

import org.springframework.stereotype.Component;

/** Whether this process is about to stop: senders are then asked, with each answer, to connect anew. */
@Component
class Draining {

    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
