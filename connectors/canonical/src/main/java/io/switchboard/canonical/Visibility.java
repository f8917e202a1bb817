package io.switchboard.canonical;

/** Who can see a message. */
public enum Visibility {
    PUBLIC,
    PRIVATE,
    INTERNAL
}
