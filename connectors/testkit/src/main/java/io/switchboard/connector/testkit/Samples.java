package io.switchboard.connector.testkit;

import java.util.stream.IntStream;

/** Positions in something long, spread evenly, the same every time. */
final class Samples {

    private Samples() {}

    /** At most so many of {@code 0 .. length - 1}; all when they are few. */
    static IntStream positions(int length, int most) {
        var count = Math.min(length, most);
        return IntStream.range(0, count).map(i -> (int) ((long) i * length / count));
    }
}
