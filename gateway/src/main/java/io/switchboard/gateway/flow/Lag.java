package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.journal.Offsets;
import io.switchboard.gateway.journal.Topics;
import org.springframework.stereotype.Component;

/** How far a flow is behind its journal. */
@Component
class Lag {

    /** Records that may wait without anybody noticing. */
    private static final long SHORT = 100;

    private final Offsets offsets;

    Lag(Offsets offsets) {
        this.offsets = offsets;
    }

    /** Whether next to nothing waits. The mark of a transaction at a partition's end counts as a record and never goes away. */
    boolean isShort(String deliveries) throws JournalUnavailableException {
        var ends = offsets.ends(deliveries);
        var committed = offsets.committed(FlowProperties.group(Topics.connector(deliveries)));
        var waiting = ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                .sum();
        return waiting <= SHORT + ends.size();
    }
}
