package io.switchboard.gateway.journal;

/** Nothing was appended, or nobody can tell; the sender must keep what it has. */
public final class JournalUnavailableException extends Exception {

    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalUnavailableException(String message) {
        super(message);
    }
}
