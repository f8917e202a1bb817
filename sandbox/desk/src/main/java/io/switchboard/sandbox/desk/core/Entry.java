package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Commerce;
import io.switchboard.sandbox.desk.contract.TicketsRecord;
import java.time.Instant;
import java.util.Comparator;

/** One thing in a conversation or timeline. */
public sealed interface Entry permits MessageEntry, Entry.Milestone, Entry.Notice {

    /** As it happened; what happened at once as it was published. */
    Comparator<Entry> ORDER = Comparator.comparing(Entry::at).thenComparingLong(Entry::sequence);

    /** Unique in its thread and never changing, so that a page can follow it. */
    String key();

    Instant at();

    /** Position of the event that brought it. */
    long sequence();

    /** A shop's resource changed. */
    record Milestone(String key, Instant at, long sequence, Commerce change) implements Entry {}

    /** Anything else that was published, known or not. */
    record Notice(String key, Instant at, long sequence, TicketsRecord about) implements Entry {}
}
