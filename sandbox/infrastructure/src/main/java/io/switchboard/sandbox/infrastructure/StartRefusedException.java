package io.switchboard.sandbox.infrastructure;

/**
 * The machine does not permit this start; the message says what was found and what to do about it.
 *
 * <p>It carries no stack trace: the cause is outside the program, and whoever started it shall see one line.
 */
public final class StartRefusedException extends RuntimeException {

    StartRefusedException(String message) {
        super(message, null, false, false);
    }
}
