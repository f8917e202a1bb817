package io.switchboard.canonical;

/** Where the gateway is with fetching a file. */
public enum AttachmentState {
    PENDING,
    FETCHING,
    STORED,
    LINK_ONLY,
    FAILED,
    EXPIRED,
    REJECTED,
    QUARANTINED,
    REDACTED
}
