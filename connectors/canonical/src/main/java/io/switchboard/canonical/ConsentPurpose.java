package io.switchboard.canonical;

/** What a consent is about. */
public enum ConsentPurpose {
    SERVICE,
    MARKETING,
    ALL
}
