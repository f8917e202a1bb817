package io.switchboard.gateway.tickets;

/** Somebody else claimed the same thing in the meantime; the batch starts over and sees it. */
public final class ContentionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContentionException(String what) {
        super(what + " was claimed by another transaction");
    }
}
