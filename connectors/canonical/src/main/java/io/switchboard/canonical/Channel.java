package io.switchboard.canonical;

/** The kind of place a message comes from. Open: consumers accept values they do not know. */
public enum Channel {
    X,
    FACEBOOK,
    MESSENGER,
    INSTAGRAM,
    WHATSAPP,
    EMAIL,
    SMS,
    VOICE,
    COMMERCE,
    CUSTOM
}
