package io.switchboard.connector.email.bytes;

import java.util.Arrays;

/** The first bytes that are decoded, up to a limit; what follows is let go. */
public final class Collected implements Sink {
    private final int limit;
    private byte[] bytes;
    private int size;
    private boolean overflowed;

    /** @param expected how many bytes at most there will be, without limit */
    public Collected(int expected, int limit) {
        this.limit = limit;
        this.bytes = new byte[Math.min(expected, limit)];
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        var taken = Math.min(length, limit - size);
        if (size + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(size + taken, 2 * bytes.length)));
        }
        System.arraycopy(source, offset, bytes, size, taken);
        size += taken;
        overflowed |= taken < length;
    }

    public int limit() {
        return limit;
    }

    /** Whether there was more. */
    public boolean overflowed() {
        return overflowed;
    }

    public byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
