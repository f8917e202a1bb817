package io.switchboard.canonical;

/** What a media part is to a reader. */
public enum MediaKind {
    IMAGE,
    VIDEO,
    AUDIO,
    VOICE_NOTE,
    FILE,
    STICKER
}
