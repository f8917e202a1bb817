package io.switchboard.gateway.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * What a record that comes back from the slow way carries. Who brings it may fail in between and bring it again, or bring it before
 * one whose sending failed; by this the reader knows.
 *
 * @param from where it stood
 * @param previous offset of the record before it in the same partition, -1 when there was none
 */
public record Carried(SlowPosition from, long previous) {

    /** Before the first record. */
    public static final long NONE = -1;

    public void addTo(Headers headers) {
        headers.add(JournalHeader.CARRIED, (from + "/" + previous).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Whether it is the next, after what came last.
     *
     * @param last empty when nobody knows
     */
    public boolean isNext(Optional<SlowPosition> last) {
        return last.filter(at ->
                        at.topicId().equals(from.topicId()) && (previous > at.offset() || at.offset() >= from.offset()))
                .isEmpty();
    }

    static Carried parse(String text) {
        var slash = text.lastIndexOf('/');
        return new Carried(SlowPosition.parse(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }
}
