package io.switchboard.canonical;

/** Whether a person agreed. */
public enum ConsentState {
    UNKNOWN,
    OPTED_IN,
    OPTED_OUT
}
