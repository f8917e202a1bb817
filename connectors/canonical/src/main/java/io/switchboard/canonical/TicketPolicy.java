package io.switchboard.canonical;

/** What the gateway proposes to do with a message. */
public enum TicketPolicy {
    /** Open a ticket. */
    NEW,
    /** Open a ticket that was closed lately again. */
    REOPEN,
    /** Add to the open ticket. */
    APPEND,
    /** Open a ticket, and show that it may belong to another one. */
    SUGGEST_MERGE,
    /** Add to the open ticket, and show that it may be about something else. */
    SUGGEST_SPLIT,
    /** Nothing: it names the ticket it is about. */
    NONE
}
