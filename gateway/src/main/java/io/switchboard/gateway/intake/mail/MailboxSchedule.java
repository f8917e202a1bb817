package io.switchboard.gateway.intake.mail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/** When one mailbox is looked into: at the start, when its watch says so, and at the latest after the interval. */
final class MailboxSchedule extends ServiceSupport implements ScheduledPollConsumerScheduler {

    static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Duration interval;
    private final MailboxWatch watch;
    private final Semaphore bell = new Semaphore(0);
    private @Nullable CamelContext camel;
    private @Nullable Runnable look;
    private volatile List<Thread> threads = List.of();

    MailboxSchedule(Duration interval, MailboxWatch watch) {
        this.interval = interval;
        this.watch = watch;
    }

    /** Lets the next look begin at once, or right after the one that is going on. */
    void wake() {
        bell.release();
    }

    @Override
    public void onInit(Consumer consumer) {
        // Nothing is configured by the consumer.
    }

    @Override
    public void scheduleTask(Runnable task) {
        look = task;
    }

    @Override
    public void startScheduler() {
        if (threads.isEmpty()) {
            threads = List.of(
                    Thread.ofVirtual().name("mailbox-poll").start(this::poll),
                    Thread.ofVirtual().name("mailbox-watch").start(() -> watch.listen(this::wake)));
        }
    }

    @Override
    public boolean isSchedulerStarted() {
        return !threads.isEmpty();
    }

    /** Interrupting a virtual thread closes the socket it reads from, so that a silent server cannot hold up a stop. */
    @Override
    public void unscheduleTask() {
        threads.forEach(Thread::interrupt);
        try {
            for (var thread : threads) {
                thread.join(FAREWELL);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public void setCamelContext(CamelContext context) {
        camel = context;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camel;
    }

    @Override
    protected void doStop() {
        unscheduleTask();
    }

    private void poll() {
        var task = look;
        try {
            while (task != null && !Thread.currentThread().isInterrupted()) {
                bell.drainPermits();
                task.run();
                bell.tryAcquire(interval.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
