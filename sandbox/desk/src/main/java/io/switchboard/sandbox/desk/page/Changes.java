package io.switchboard.sandbox.desk.page;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What changed since one browser was last told. However much that is, it takes little room. */
final class Changes {

    /** Stands for all threads. */
    static final String EVERYTHING = "*";

    private static final int MOST = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final Set<String> threadIds = new LinkedHashSet<>();

    void add(String threadId) {
        lock.lock();
        try {
            if (threadIds.size() == MOST) {
                threadIds.clear();
                threadIds.add(EVERYTHING);
            }
            threadIds.add(threadId);
            some.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change; empty when there was none in this time. */
    Set<String> take(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = patience.toNanos();
            while (threadIds.isEmpty() && left > 0) {
                left = some.awaitNanos(left);
            }
            var taken = Set.copyOf(threadIds);
            threadIds.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
