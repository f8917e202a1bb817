package io.switchboard.sandbox.bench.load;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a run sent, by number, for whoever sees it arrive: when each delivery was due, whose it was, and whether it was acknowledged.
 * Written by the sender, read by others.
 */
public final class Manifest {

    private static final int CHUNK = 1 << 16;
    private static final int CHUNKS = 1 << 12;

    // The lowest bits of a time in nanoseconds are free.
    private static final long HOT = 1;
    private static final long ACKNOWLEDGED = 2;
    private static final long FLAGS = HOT | ACKNOWLEDGED;

    private static final AtomicLong LATEST = new AtomicLong();

    private final String run;
    private final AtomicReferenceArray<AtomicLongArray> chunks = new AtomicReferenceArray<>(CHUNKS);
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();

    /** @param run eight hexadecimal digits that no other run on the same data has */
    public Manifest(String run) {
        this.run = run;
    }

    /** Named by the time, to 16 ms and within two years, and never like another one of this process. */
    public static Manifest at(Instant beginning) {
        var name = LATEST.updateAndGet(latest -> Math.max(latest + 1, beginning.toEpochMilli() >>> 4));
        return new Manifest("%08x".formatted((int) name));
    }

    public String run() {
        return run;
    }

    /** How many deliveries have a number, sent or about to be. */
    public long count() {
        return count.get();
    }

    /** How many of them were acknowledged and must arrive: poison is not among them. */
    public long acknowledged() {
        return acknowledged.get();
    }

    public boolean isAcknowledged(long number) {
        return (at(number) & ACKNOWLEDGED) != 0;
    }

    /** By {@link System#nanoTime}, to four of them. */
    public long dueNanos(long number) {
        return at(number) & ~FLAGS;
    }

    /** Whether it is the hot merchant's. */
    public boolean isHot(long number) {
        return (at(number) & HOT) != 0;
    }

    /** The next one; its number is how many there were before. */
    void add(long dueNanos, boolean hot) {
        var number = count.get();
        var chunk = Math.toIntExact(number / CHUNK);
        if (number % CHUNK == 0) {
            chunks.set(chunk, new AtomicLongArray(CHUNK));
        }
        chunk(number).set((int) (number % CHUNK), (dueNanos & ~FLAGS) | (hot ? HOT : 0));
        count.set(number + 1);
    }

    void acknowledge(long number) {
        var chunk = chunk(number);
        var index = (int) (number % CHUNK);
        chunk.set(index, chunk.get(index) | ACKNOWLEDGED);
        acknowledged.incrementAndGet();
    }

    private long at(long number) {
        return chunk(number).get((int) (number % CHUNK));
    }

    private AtomicLongArray chunk(long number) {
        var chunk = chunks.get((int) (number / CHUNK));
        if (chunk == null) {
            throw new IllegalArgumentException("run " + run + " has no delivery " + number);
        }
        return chunk;
    }
}
