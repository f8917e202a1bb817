package io.switchboard.gateway.tickets;

import org.springframework.dao.DuplicateKeyException;

/** Somebody else claimed the same thing in the meantime; the batch starts over and sees it. */
public final class ContentionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContentionException(String what) {
        super(what + " was claimed by another transaction");
    }

    /** Inserts what must not be there yet. */
    static void orElse(String what, Runnable insert) {
        try {
            insert.run();
        } catch (DuplicateKeyException meanwhile) {
            throw new ContentionException(what);
        }
    }
}
