package io.switchboard.connector;

/** Something a connector may be asked to do. */
public enum Feature {
    SEND_TEXT,
    SEND_HTML,
    SEND_IMAGE,
    SEND_VIDEO,
    SEND_AUDIO,
    SEND_FILE,
    SEND_STICKER,
    SEND_LOCATION,
    SEND_TEMPLATE,
    SEND_INTERACTIVE,
    SEND_REACTION,
    MARK_READ,
    /** A reply can point at one message of the conversation. */
    QUOTE,
    /** A reply has a subject. */
    SUBJECT,
    DELIVERY_RECEIPTS,
    READ_RECEIPTS,
    /** A second attempt with the same message id has no second effect. */
    IDEMPOTENT_SEND,
    /** The platform carries our message id back in receipts. */
    CORRELATED_RECEIPTS
}
