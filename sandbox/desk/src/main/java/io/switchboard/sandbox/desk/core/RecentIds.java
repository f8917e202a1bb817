package io.switchboard.sandbox.desk.core;

import java.util.LinkedHashSet;
import java.util.Set;

/** The Idempotent Receiver's memory: the last {@code capacity} ids. Not safe for use by many threads. */
final class RecentIds {

    private final int capacity;
    private final Set<String> ids = new LinkedHashSet<>();

    RecentIds(int capacity) {
        this.capacity = capacity;
    }

    /** Whether the id is new. */
    boolean add(String id) {
        var isNew = ids.add(id);
        if (ids.size() > capacity) {
            var oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
        return isNew;
    }
}
