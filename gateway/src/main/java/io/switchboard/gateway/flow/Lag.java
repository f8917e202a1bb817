package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.JournalUnavailableException;
import io.switchboard.gateway.journal.Offsets;
import io.switchboard.gateway.journal.Topics;
import org.springframework.stereotype.Component;

/** How far a connector's flow is behind its journal. */
@Component
class Lag {

    private final Offsets offsets;
    private final long batch;

    Lag(Offsets offsets, FlowProperties properties) {
        this.offsets = offsets;
        this.batch = properties.batch();
    }

    /** Whether no more waits than one batch takes along. The mark of a transaction at a partition's end counts as a record and never goes away. */
    boolean isShort(String connector) throws JournalUnavailableException {
        var ends = offsets.ends(Topics.deliveries(connector));
        var committed = offsets.committed(FlowProperties.group(connector));
        var waiting = ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                .sum();
        return waiting <= batch + ends.size();
    }
}
