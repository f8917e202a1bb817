package io.switchboard.canonical;

/** How a message points at another. */
public enum ReferenceKind {
    REPLY,
    QUOTE,
    STORY,
    COMMENT_PARENT,
    EMAIL
}
