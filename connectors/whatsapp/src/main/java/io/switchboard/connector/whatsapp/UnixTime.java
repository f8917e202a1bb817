package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.Moment;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.payload.Payload;
import java.time.Instant;

/** Times as WhatsApp writes them: seconds since 1970, in a string or a number. */
final class UnixTime {

    /** Year 9999: what lies beyond was not meant as seconds. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private UnixTime() {}

    static Moment of(Payload parent, String field, Instant otherwise) {
        return parent.get(field).map(UnixTime::read).orElseGet(() -> Moment.unknown(otherwise));
    }

    private static Moment read(Payload time) {
        var seconds = time.asWhole();
        if (seconds < 0 || seconds > LAST_SECOND) {
            throw new MalformedDeliveryException(time.path() + " is not a time in seconds");
        }
        return Moment.ofEpochSecond(seconds);
    }
}
