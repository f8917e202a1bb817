package io.switchboard.gateway.api;

/** Somebody asked for what does not exist. */
final class NotFoundException extends Exception {

    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
        super(message);
    }
}
