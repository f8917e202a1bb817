package io.switchboard.canonical;

/** What a reader, a rule or a filter should know about a message beyond its content. */
public enum MessageFlag {
    AUTO_GENERATED,
    BOUNCE,
    IMPORTED,
    FORWARDED,
    FREQUENTLY_FORWARDED,
    HIDDEN,
    EPHEMERAL,
    VIEW_ONCE,
    SPAM,
    REQUEST_FOLDER,
    TRUNCATED,
    OPT_OUT,
    ENCRYPTED_OPAQUE
}
