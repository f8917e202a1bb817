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

    /**
     * @param isShort whether next to nothing waits
     * @param end of all partitions together, which rises with every record
     */
    record Look(boolean isShort, long end) {}

    /** The mark of a transaction at a partition's end counts as a record and never goes away. */
    Look look(String deliveries) throws JournalUnavailableException {
        var ends = offsets.ends(deliveries);
        var committed = offsets.committed(FlowProperties.group(Topics.connector(deliveries)));
        var end = 0L;
        var waiting = 0L;
        for (var partition : ends.entrySet()) {
            end += partition.getValue();
            waiting += partition.getValue() - committed.getOrDefault(partition.getKey(), 0L);
        }
        return new Look(waiting <= SHORT + ends.size(), end);
    }
}
