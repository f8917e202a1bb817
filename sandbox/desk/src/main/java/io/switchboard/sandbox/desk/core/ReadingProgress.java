package io.switchboard.sandbox.desk.core;

/**
 * How far the desk is with reading the topics.
 *
 * @param read records read since the start
 * @param atStart records that were there at the start
 */
public record ReadingProgress(Phase phase, long read, long atStart) {

    static final ReadingProgress WAITING = new ReadingProgress(Phase.WAITING, 0, 0);

    /** What the reader does. */
    public enum Phase {
        /** Kafka or its topics are not there. */
        WAITING,
        /** It reads what was there when it started. */
        CATCHING_UP,
        /** It has read all that was there and gets news as it happens. */
        LIVE
    }

    ReadingProgress plus(long more) {
        return new ReadingProgress(phase, read + more, atStart);
    }

    ReadingProgress in(Phase next) {
        return new ReadingProgress(next, read, atStart);
    }
}
