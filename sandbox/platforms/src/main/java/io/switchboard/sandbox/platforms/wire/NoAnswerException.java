package io.switchboard.sandbox.platforms.wire;

import java.net.URI;

/** The webhook was not reached, or did not answer in the time the platform gives it. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(URI hook, String why, Throwable cause) {
        super("no answer from " + hook + ": " + why, cause);
    }
}
