package io.switchboard.sandbox.bench.history;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A column of longs that grows without moving; a cell that nobody set is 0. */
final class LongColumn {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int CHUNKS = 1 << 12;

    private final AtomicReferenceArray<AtomicLongArray> chunks = new AtomicReferenceArray<>(CHUNKS);

    long get(int row) {
        var chunk = chunks.getAcquire(row >>> BITS);
        return chunk == null ? 0 : chunk.getAcquire(row & (CHUNK - 1));
    }

    void set(int row, long value) {
        chunk(row).setRelease(row & (CHUNK - 1), value);
    }

    /** @return whether the cell was not set before; otherwise it stays what it was */
    boolean setFirst(int row, long value) {
        return chunk(row).compareAndSet(row & (CHUNK - 1), 0, value);
    }

    void add(int row, long value) {
        chunk(row).getAndAdd(row & (CHUNK - 1), value);
    }

    private AtomicLongArray chunk(int row) {
        var index = row >>> BITS;
        var chunk = chunks.getAcquire(index);
        if (chunk != null) {
            return chunk;
        }
        var fresh = new AtomicLongArray(CHUNK);
        var there = chunks.compareAndExchange(index, null, fresh);
        return there == null ? fresh : there;
    }
}
