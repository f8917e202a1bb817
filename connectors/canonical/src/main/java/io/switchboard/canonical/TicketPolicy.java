package io.switchboard.canonical;

/** What the gateway proposes to do with a message. */
public enum TicketPolicy {
    NEW,
    REOPEN,
    APPEND,
    SUGGEST_MERGE,
    SUGGEST_SPLIT,
    NONE
}
