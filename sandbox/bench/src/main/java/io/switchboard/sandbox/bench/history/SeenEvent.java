package io.switchboard.sandbox.bench.history;

import java.util.UUID;

/**
 * An event as a reader of committed records sees it.
 *
 * @param nativeId of the delivery it tells of; empty when it tells of something else, such as a file that was fetched
 * @param nanoTime when it was seen
 */
record SeenEvent(
        UUID id,
        String nativeId,
        String tenant,
        UUID thread,
        long sequence,
        int partition,
        long offset,
        long nanoTime) {}
