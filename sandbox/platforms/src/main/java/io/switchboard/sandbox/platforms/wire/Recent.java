package io.switchboard.sandbox.platforms.wire;

import java.util.ArrayDeque;
import java.util.List;

/** The last things that happened, in order, bounded so that a sandbox can run for days. */
public final class Recent<T> {

    private final int limit;
    private final ArrayDeque<T> items = new ArrayDeque<>();

    public Recent(int limit) {
        this.limit = limit;
    }

    public synchronized void add(T item) {
        if (items.size() == limit) {
            items.removeFirst();
        }
        items.addLast(item);
    }

    public synchronized List<T> list() {
        return List.copyOf(items);
    }
}
