package io.switchboard.sandbox.desk.core;

import java.util.TreeSet;

/** Watches that a thread's events come without a gap. Not safe for use by many threads. */
final class SequenceCheck {

    private static final int REMEMBERED_GAPS = 1_000;

    private final TreeSet<Long> missing = new TreeSet<>();
    private long highest;
    private boolean started;

    /** @param startsAtFirst whether the thread's first event must still be in the topic */
    SequenceCheck(boolean startsAtFirst) {
        this.started = startsAtFirst;
    }

    void saw(long sequence) {
        if (!started) {
            started = true;
            highest = sequence;
            return;
        }
        missing.remove(sequence);
        for (var next = highest + 1; next < sequence && missing.size() < REMEMBERED_GAPS; next++) {
            missing.add(next);
        }
        highest = Math.max(highest, sequence);
    }

    long highest() {
        return highest;
    }

    int missing() {
        return missing.size();
    }
}
