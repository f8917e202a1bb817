package io.switchboard.connector;

import java.io.IOException;

/** Nothing reached the other side: no route, refused, TLS failed, no free slot. Trying again cannot double anything. */
public final class NotSentException extends IOException {

    public NotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
