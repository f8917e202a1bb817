package io.switchboard.canonical;

/** What became of one attempt to send. */
public enum OutboundOutcome {
    QUEUED,
    SENT,
    REFUSED,
    DEFERRED,
    UNCONFIRMED
}
