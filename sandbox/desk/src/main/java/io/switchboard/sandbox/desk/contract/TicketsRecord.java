package io.switchboard.sandbox.desk.contract;

/** One record of the topic {@code tickets}. */
public sealed interface TicketsRecord permits Event, UnreadableRecord {

    /** The record's key. */
    String threadId();
}
