package io.switchboard.canonical;

/** Why a reply cannot go out now. Open: consumers accept values they do not know. */
public enum BlockedReason {
    OPTED_OUT,
    WINDOW_CLOSED,
    TOKEN_INVALID,
    THREAD_OWNED_BY_OTHER_APP,
    DELETED,
    BLOCKED_BY_USER,
    BUDGET_EXHAUSTED,
    LOOP_SUSPECTED,
    NOT_SUPPORTED
}
