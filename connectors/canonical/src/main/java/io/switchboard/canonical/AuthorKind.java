package io.switchboard.canonical;

/** The role in which somebody writes. Open: consumers accept values they do not know. */
public enum AuthorKind {
    CUSTOMER,
    AGENT,
    BOT,
    RULE,
    /** The merchant, in the platform's own app. */
    BUSINESS_NATIVE_APP,
    SYSTEM,
    OTHER_APP
}
