package io.switchboard.sandbox.bench.history;

import java.util.Arrays;
import java.util.UUID;

/** A thread's events, in the order of its partition. */
final class ThreadTrail {

    final UUID id;
    final String tenant;
    final int partition;
    final long firstSequence;
    long lastSequence;

    private int[] deliveries = new int[4];
    private int size;

    ThreadTrail(SeenEvent first) {
        this.id = first.thread();
        this.tenant = first.tenant();
        this.partition = first.partition();
        this.firstSequence = first.sequence();
        this.lastSequence = first.sequence();
    }

    void add(int delivery) {
        if (size == deliveries.length) {
            deliveries = Arrays.copyOf(deliveries, 2 * size);
        }
        deliveries[size++] = delivery;
    }

    int size() {
        return size;
    }

    /** The number of the delivery that the n-th event tells of. */
    int delivery(int n) {
        return deliveries[n];
    }
}
