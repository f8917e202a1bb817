package io.switchboard.connector.email.bytes;

/** Collects single bytes into pieces for a {@link Sink}, so that nothing is called once for each of 50 million bytes. */
public final class Pieces {
    private final byte[] buffer = new byte[4096];
    private final Sink sink;
    private int filled;

    public Pieces(Sink sink) {
        this.sink = sink;
    }

    public void put(int value) {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) value;
    }

    public void put(Slice source, int from, int to) {
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
    public void flush() {
        if (filled > 0) {
            sink.write(buffer, 0, filled);
            filled = 0;
        }
    }
}
