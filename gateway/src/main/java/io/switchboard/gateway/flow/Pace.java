package io.switchboard.gateway.flow;

/**
 * How fast one lane of the slow way comes back: while others deliver, a quarter of what they do, in small waves; when nobody else is there,
 * as fast as it can. Every record that comes back makes the batch of somebody else longer.
 */
final class Pace {

    /** Records that come back at once. */
    static final int WAVE = 50;

    private static final double SHARE = 0.25;

    private boolean begun;
    private boolean isAlone;
    private long end;
    private long brought;
    private double allowance;

    /** What was brought back. Where that was more than allowed, one wave of it is paid back. */
    void brought(int records) {
        brought += records;
        allowance = Math.max(-WAVE, allowance - records);
    }

    /** @param newEnd of the fast way's partitions together, all that was brought back included */
    void look(long newEnd) {
        var others = newEnd - end - brought;
        isAlone = begun && others <= 0;
        allowance = begun ? Math.min(WAVE, allowance + SHARE * Math.max(0, others)) : 0;
        begun = true;
        end = newEnd;
        brought = 0;
    }

    /** Whether the next wave may come. */
    boolean allowsNext() {
        return isAlone || allowance >= WAVE;
    }
}
