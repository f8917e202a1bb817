package io.switchboard.gateway.flow;

import io.switchboard.gateway.journal.SlowPosition;
import java.util.Optional;

/**
 * What the next reader of a partition must know of the slow way. It is committed with the partition's offset, as its metadata, and so
 * belongs to the same transaction.
 *
 * @param occupied whether anything of what comes before the offset may still be there
 * @param last what came back last; empty when nothing ever did
 */
record LaneState(boolean occupied, Optional<SlowPosition> last) {

    static final LaneState UNTOUCHED = new LaneState(false, Optional.empty());

    private static final String OCCUPIED = "slow-lane";

    /** Metadata somebody else wrote says nothing. */
    static LaneState parse(String metadata) {
        var words = metadata.split(" ", -1);
        var occupied = words[0].equals(OCCUPIED);
        var last = words[words.length - 1];
        return new LaneState(occupied, last.contains(":") ? Optional.of(SlowPosition.parse(last)) : Optional.empty());
    }

    /** Short enough for Kafka's limit of 4,096 characters, and empty as long as there is nothing to know. */
    String metadata() {
        return ((occupied ? OCCUPIED + " " : "")
                        + last.map(SlowPosition::toString).orElse(""))
                .strip();
    }
}
