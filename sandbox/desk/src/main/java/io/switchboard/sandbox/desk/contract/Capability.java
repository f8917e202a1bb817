package io.switchboard.sandbox.desk.contract;

import java.time.Instant;
import java.util.Optional;

/** Whether, until when and in which form a reply can go out. */
public record Capability(
        boolean freeForm,
        Optional<Instant> freeFormUntil,
        Optional<String> openedBy,
        boolean templates,
        boolean publicReply,
        Optional<String> blockedReason) {

    /** Why free words cannot go out at this time, in the contract's word for it; empty when they can. */
    public Optional<String> whyNotFreeForm(Instant now) {
        if (blockedReason.isPresent()) {
            return blockedReason;
        }
        var over = freeFormUntil.filter(until -> !now.isBefore(until)).isPresent();
        return freeForm && !over ? Optional.empty() : Optional.of("window_closed");
    }
}
