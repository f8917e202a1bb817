package io.switchboard.gateway.journal;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/**
 * What a record on the slow way carries, there and after it has come back.
 *
 * @param reader who sent it there: one assignment of partitions to one polling thread; empty when nobody waits for it
 * @param number rises with every record that reader sends there
 */
public record SlowTicket(String reader, long number) {

    /** Of what takes the slow way from the beginning, such as a replay. */
    public static final SlowTicket BULK = new SlowTicket("", 0);

    void addTo(Headers headers) {
        headers.add(JournalHeader.SLOW_LANE, (reader + ":" + number).getBytes(StandardCharsets.UTF_8));
    }

    static SlowTicket parse(String text) {
        var colon = text.lastIndexOf(':');
        return new SlowTicket(text.substring(0, Math.max(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }
}
