package io.switchboard.connector.email;

/** Collects single bytes into pieces for a {@link Sink}, so that nothing is called once for each of 50 million bytes. */
final class Pieces {
    private final byte[] buffer = new byte[4096];
    private final Sink sink;
    private int filled;

    Pieces(Sink sink) {
        this.sink = sink;
    }

    void put(int value) {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) value;
    }

    void put(Slice source, int from, int to) {
        for (var at = from; at < to; ) {
            if (filled == buffer.length) {
                flush();
            }
            var length = Math.min(to - at, buffer.length - filled);
            source.copy(at, buffer, filled, length);
            filled += length;
            at += length;
        }
    }

    /** Called at the end. */
    void flush() {
        if (filled > 0) {
            sink.write(buffer, 0, filled);
            filled = 0;
        }
    }
}
