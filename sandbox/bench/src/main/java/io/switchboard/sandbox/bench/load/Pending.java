package io.switchboard.sandbox.bench.load;

/** A delivery that is due and not yet acknowledged. */
final class Pending {

    final Draft draft;
    final long dueNanos;

    /** So far. */
    int attempts;

    /** What the witness calls it, once it knows it. */
    int witnessed = -1;

    /** When it may be sent again. */
    long againNanos;

    Pending(Draft draft, long dueNanos) {
        this.draft = draft;
        this.dueNanos = dueNanos;
    }

    /** Its thread, among all. */
    long thread() {
        return ((long) draft.merchant().number() << 34) | ((long) draft.kind().ordinal() << 32) | draft.thread();
    }

    boolean isHot() {
        return draft.merchant().number() == 0;
    }
}
