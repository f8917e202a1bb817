package io.switchboard.canonical;

/** What the helpdesk core did with a ticket. */
public enum TicketState {
    CLOSED,
    REOPENED,
    MERGED,
    SPLIT
}
