package io.switchboard.canonical;

/** How far a message of ours got. Times may arrive in any order; {@link #furthest} says which state stands. */
public enum ReceiptState {
    QUEUED,
    ACCEPTED,
    SENT,
    /** The platform gave up, or said so: a delivery may still follow when a person has several devices. */
    FAILED,
    DELIVERED,
    READ,
    PLAYED,
    /** The message was taken back. */
    DELETED;

    /** The state that stands when both were seen, whatever their order. */
    public ReceiptState furthest(ReceiptState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
