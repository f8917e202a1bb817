package io.switchboard.sandbox.bench.load;

import io.switchboard.sandbox.bench.Merchant;

/**
 * A delivery before it is rendered; the same draft always renders to the same bytes, so a retry keeps nothing else.
 *
 * @param number within its run, from 0
 * @param ordinal within its merchant, kind and thread, from 0
 * @param atMillis when it happened, in the platform's word
 * @param poison signed and yet not what the platform documents
 */
public record Draft(Kind kind, Merchant merchant, int thread, long number, int ordinal, long atMillis, boolean poison) {

    Conversation conversation() {
        return new Conversation(kind, merchant.number(), thread);
    }
}
