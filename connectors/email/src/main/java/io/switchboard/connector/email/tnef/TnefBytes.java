package io.switchboard.connector.email.tnef;

import java.nio.charset.Charset;

/** Reads numbers, ranges and names one after another; beyond the end everything is zero and empty. */
final class TnefBytes {
    private static final int MAX_TEXT = 2_000;

    private final TnefSource source;
    private final int to;
    private int at;

    TnefBytes(TnefSource source, int from, int to) {
        this.source = source;
        this.at = from;
        this.to = to;
    }

    TnefSource source() {
        return source;
    }

    TnefBytes within(TnefRange range) {
        return new TnefBytes(source, range.from(), range.to());
    }

    int remaining() {
        return to - at;
    }

    /** Little-endian. */
    int int32() {
        var value = 0;
        for (var i = 0; i < 4; i++) {
            value |= (at + i < to ? source.at(at + i) : 0) << (8 * i);
        }
        skip(4);
        return value;
    }

    void skip(int bytes) {
        at = Math.clamp((long) at + bytes, at, to);
    }

    /** As many bytes as there are, if not all. */
    TnefRange range(int length) {
        var start = at;
        skip(Math.max(0, length));
        return new TnefRange(start, at);
    }

    /** The beginning of it, without the zeros at its end. */
    String text(TnefRange range, Charset charset) {
        var length = Math.min(MAX_TEXT, range.length());
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) {
            bytes[i] = (byte) source.at(range.from() + i);
        }
        var text = new String(bytes, charset);
        var zero = text.indexOf('\0');
        return (zero < 0 ? text : text.substring(0, zero)).strip();
    }
}
