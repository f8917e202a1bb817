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
        this(first.thread(), first.tenant(), first.partition(), first.sequence());
    }

    private ThreadTrail(UUID id, String tenant, int partition, long sequence) {
        this.id = id;
        this.tenant = tenant;
        this.partition = partition;
        this.firstSequence = sequence;
        this.lastSequence = sequence;
    }

    /** The same thread for the next history, which has seen nothing of it yet. */
    ThreadTrail continued() {
        return new ThreadTrail(id, tenant, partition, lastSequence);
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
