package io.switchboard.sandbox.bench.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The deliveries that wait: for a connection, for the former one of their thread, or for their next attempt. */
final class Backlog {

    private final boolean inOrder;
    private final Queue<Pending> ready = new ArrayDeque<>();
    private final Queue<Pending> later = new PriorityQueue<>(Comparator.comparingLong(waiting -> waiting.againNanos));
    private final Map<Conversation, Queue<Pending>> behind = new HashMap<>();
    private int size;

    Backlog(boolean inOrder) {
        this.inOrder = inOrder;
    }

    /** How many wait. */
    int size() {
        return size;
    }

    void add(Pending arrived) {
        size++;
        if (!inOrder) {
            ready.add(arrived);
            return;
        }
        var queue = behind.get(arrived.conversation());
        if (queue == null) {
            behind.put(arrived.conversation(), new ArrayDeque<>());
            ready.add(arrived);
        } else {
            queue.add(arrived);
        }
    }

    /** Waits for its next attempt; those behind it in its thread go on waiting. */
    void again(Pending failed) {
        size++;
        later.add(failed);
    }

    /** Is acknowledged or given up, so that the next of its thread may go. */
    void done(Pending finished) {
        if (inOrder) {
            var queue = behind.get(finished.conversation());
            var next = queue == null ? null : queue.poll();
            if (next == null) {
                behind.remove(finished.conversation());
            } else {
                ready.add(next);
            }
        }
    }

    /** The next to send, which waits no longer; null when none may be sent now. */
    @Nullable
    Pending next(long now) {
        var again = later.peek();
        var taken = again != null && again.againNanos - now <= 0 ? later.poll() : ready.poll();
        if (taken != null) {
            size--;
        }
        return taken;
    }

    /** When the next attempt is due that is not due yet; far away when there is none. */
    long nextAgain(long farAway) {
        var again = later.peek();
        return again == null ? farAway : again.againNanos;
    }

    /** Gives up all that wait. */
    List<Pending> abandon() {
        var all = new ArrayList<Pending>(ready);
        all.addAll(later);
        behind.values().forEach(all::addAll);
        ready.clear();
        later.clear();
        behind.clear();
        size = 0;
        return all;
    }
}
