package io.switchboard.sandbox.platforms.wire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A delivery that is tried until the webhook accepts it or the platform gives up. */
public final class PendingDelivery {

    private final List<HookAttempt> attempts = new CopyOnWriteArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);

    PendingDelivery() {}

    public List<HookAttempt> attempts() {
        return List.copyOf(attempts);
    }

    public boolean finished() {
        return finished.getCount() == 0;
    }

    public boolean accepted() {
        return attempts.stream().anyMatch(HookAttempt::accepted);
    }

    /** Waits for the end of the last attempt; false if it is not there within the limit. */
    public boolean await(Duration limit) throws InterruptedException {
        return finished.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void add(HookAttempt attempt) {
        attempts.add(attempt);
    }

    void finish() {
        finished.countDown();
    }
}
