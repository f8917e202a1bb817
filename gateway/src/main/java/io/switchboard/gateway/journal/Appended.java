package io.switchboard.gateway.journal;

/** Who appended a delivery is told here, exactly once, what became of it; on a thread that must not be held up. */
public interface Appended {

    /** On every in-sync replica, or on the disk of the spool. */
    void durable();

    /** Nothing was kept, or nobody can tell; the sender must keep what it has. */
    void unavailable(JournalUnavailableException why);
}
