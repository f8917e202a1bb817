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

    Conversation conversation() {
        return draft.conversation();
    }

    boolean isHot() {
        return draft.merchant().number() == 0;
    }
}
