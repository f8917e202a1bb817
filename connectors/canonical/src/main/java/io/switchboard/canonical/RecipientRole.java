package io.switchboard.canonical;

/** In which line a recipient stands. */
public enum RecipientRole {
    TO,
    CC,
    BCC,
    REPLY_TO,
    DELIVERED_TO,
    MENTIONED
}
