package io.switchboard.sandbox.platforms.wire;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/**
 * Delivers in the background and again after each failure, byte for byte the same, until the webhook accepts or the
 * schedule ends. Its own few threads; nothing is delivered after {@link #close()}.
 */
public final class Redelivery implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int REMEMBERED = 10_000;

    private final HookClient client;
    private final RetrySchedule schedule;
    private final IntPredicate success;
    private final Recent<HookAttempt> attempts = new Recent<>(REMEMBERED);
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("redelivery-", 0).factory());

    /**
     * @param client is closed by its owner, not here
     * @param success which statuses the platform takes for an acknowledgement
     */
    public Redelivery(HookClient client, RetrySchedule schedule, IntPredicate success) {
        this.client = client;
        this.schedule = schedule;
        this.success = success;
    }

    public PendingDelivery start(String delivery, HookRequest request) {
        return start(delivery, request, Duration.ZERO, () -> {});
    }

    /** The first attempt after {@code wait}; {@code then} runs once, when the last attempt is over, whatever came of it. */
    public PendingDelivery start(String delivery, HookRequest request, Duration wait, Runnable then) {
        var pending = new PendingDelivery();
        schedule(wait, () -> attempt(delivery, request, 1, pending, then));
        return pending;
    }

    /** Every attempt of every delivery, oldest first, as far as remembered. */
    public List<HookAttempt> attempts() {
        return attempts.list();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void attempt(String delivery, HookRequest request, int number, PendingDelivery pending, Runnable then) {
        var attempt = call(delivery, request, number);
        attempts.add(attempt);
        pending.add(attempt);
        if (attempt.accepted() || number > schedule.waits().size()) {
            pending.finish();
            then.run();
        } else {
            var wait = schedule.waits().get(number - 1);
            schedule(wait, () -> attempt(delivery, request, number + 1, pending, then));
        }
    }

    private HookAttempt call(String delivery, HookRequest request, int number) {
        try {
            int status = client.post(request).status();
            return new HookAttempt(delivery, number, OptionalInt.of(status), success.test(status));
        } catch (NoAnswerException e) {
            return new HookAttempt(delivery, number, OptionalInt.empty(), false);
        }
    }

    private void schedule(Duration wait, Runnable task) {
        try {
            var _ = executor.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            if (!executor.isShutdown()) {
                throw e;
            }
        }
    }
}
