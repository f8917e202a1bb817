package io.switchboard.sandbox.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds which delivery of a run an event tells of: by the bytes of its native id, without reading its JSON. What the event says besides
 * is for the history checker.
 */
final class DeliveryNumber {

    /** No delivery of this run is told of. */
    static final long NONE = -1;

    private final byte[] run;
    private final byte[][] between;

    DeliveryNumber(String run) {
        this.run = run.getBytes(StandardCharsets.US_ASCII);
        this.between = Arrays.stream(Kind.values())
                .map(kind -> kind.between().getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    /** Leaves the buffer's position alone. */
    long find(ByteBuffer event) {
        var last = event.limit() - run.length;
        for (var at = event.position(); at <= last; at++) {
            if (event.get(at) == run[0] && matches(event, at, run)) {
                var number = after(event, at + run.length);
                if (number != NONE) {
                    return number;
                }
            }
        }
        return NONE;
    }

    private long after(ByteBuffer event, int at) {
        for (var mark : between) {
            if (matches(event, at, mark)) {
                return number(event, at + mark.length);
            }
        }
        return NONE;
    }

    private static boolean matches(ByteBuffer event, int at, byte[] wanted) {
        if (at + wanted.length > event.limit()) {
            return false;
        }
        for (var i = 0; i < wanted.length; i++) {
            if (event.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(ByteBuffer event, int at) {
        if (at + Kind.DIGITS > event.limit()) {
            return NONE;
        }
        var number = 0L;
        for (var i = at; i < at + Kind.DIGITS; i++) {
            var digit = Character.digit(event.get(i), 16);
            if (digit < 0) {
                return NONE;
            }
            number = 16 * number + digit;
        }
        return number;
    }
}
