package io.switchboard.sandbox.bench.load;

import io.switchboard.sandbox.bench.history.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Deliveries at a constant rate, whatever the server does: an arrival is due at its time, waits for a connection when all are busy, and
 * its latency counts from when it was due. One thread on one selector; no pipelining.
 *
 * <p>Arrivals that fall due within one millisecond are sent together, which is as exact as a selector waits without burning a core.
 */
public final class OpenLoop implements AutoCloseable {

    private static final long MILLI = 1_000_000;
    private static final long LOOK_NANOS = 50 * MILLI;

    /** Shorter than any server's, so that no delivery meets a connection that is being closed. */
    private static final long KEEP_ALIVE_NANOS = 4_000 * MILLI;

    private final Target target;
    private final Draws draws;
    private final Writer writer;
    private final Manifest manifest;
    private final Witness witness;
    private final Selector selector;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Line> free = new ArrayDeque<>();
    private final Backlog backlog;
    private final Line.Ends ends = new Outcomes();

    private Tally tally = new Tally();
    private int busy;
    private long retriesEnd;
    private long lastLook;

    /**
     * @param manifest gets every delivery by its number, over all runs of this load
     * @param witness is told of every attempt and its outcome
     */
    OpenLoop(Target target, Mix mix, Manifest manifest, Witness witness) {
        this.target = target;
        this.manifest = manifest;
        this.witness = witness;
        this.writer = new Writer(manifest.run(), mix.seed(), target.signing());
        this.draws = new Draws(mix, writer);
        this.backlog = new Backlog(mix.inOrder());
        try {
            this.selector = Selector.open();
        } catch (IOException noSelector) {
            throw new UncheckedIOException(noSelector);
        }
        var reading = ByteBuffer.allocateDirect(16 * 1024);
        for (var i = 0; i < target.connections(); i++) {
            var hook = target.hooks().get(i % target.hooks().size());
            lines.add(new Line(new InetSocketAddress(hook.getHost(), hook.getPort()), selector, reading, ends));
        }
        free.addAll(lines);
    }

    /** Nobody is told but the manifest. */
    public OpenLoop(Target target, Mix mix, Manifest manifest) {
        this(target, mix, manifest, Witness.NONE);
    }

    /** Every attempt and its outcome is told to a history, which costs more. */
    public OpenLoop(Target target, Mix mix, Manifest manifest, History history) {
        this(target, mix, manifest, Witness.of(history));
    }

    /** One run by itself, under a name of its own. */
    public static Result run(Target target, Mix mix, double perSecond, Duration duration, History history) {
        try (var load = new OpenLoop(target, mix, Manifest.at(Instant.now()), history)) {
            return load.run(perSecond, duration);
        }
    }

    /**
     * Returns when every arrival was acknowledged or given up.
     *
     * @param duration of the arrivals; after it, attempts begin as long as the target's retries and patience say together, and each of them
     *     has its patience
     */
    public Result run(double perSecond, Duration duration) {
        tally = new Tally();
        var cpu = threadCpu();
        var begin = System.nanoTime();
        var beginMillis = System.currentTimeMillis();
        var total = Math.round(perSecond * duration.toNanos() / 1e9);
        var gap = 1e9 / perSecond;
        retriesEnd = begin + duration.toNanos() + target.retries().until().toNanos();
        var lastBeginning = retriesEnd + target.patience().toNanos();

        var now = begin;
        while (tally.scheduled < total || busy > 0 || backlog.size() > 0) {
            if (now - lastBeginning > 0) {
                giveUpWaiting(now);
            }
            for (var due = begin + (long) (tally.scheduled * gap);
                    tally.scheduled < total && due - now <= 0;
                    due = begin + (long) (tally.scheduled * gap)) {
                arrive(due, beginMillis + (due - begin) / MILLI);
            }
            sendAll(now);
            var next = tally.scheduled < total ? begin + (long) (tally.scheduled * gap) : now + LOOK_NANOS;
            await(free.isEmpty() ? next : Math.min(next, backlog.nextAgain(next)));
            now = System.nanoTime();
            expire(now);
        }
        return result(now - begin, threadCpu() - cpu);
    }

    @Override
    public void close() {
        lines.forEach(Line::close);
        try {
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void arrive(long due, long atMillis) {
        tally.scheduled++;
        if (backlog.size() >= target.backlog()) {
            tally.refused();
            return;
        }
        var arrived = new Pending(draws.next(atMillis), due);
        manifest.add(due, arrived.isHot());
        backlog.add(arrived);
    }

    private void sendAll(long now) {
        while (!free.isEmpty()) {
            var next = backlog.next(now);
            if (next == null) {
                return;
            }
            send(next, free.pop());
        }
    }

    private void send(Pending delivery, Line line) {
        var now = System.nanoTime();
        if (now - line.sinceNanos() > KEEP_ALIVE_NANOS) {
            line.close();
        }
        writer.write(delivery.draft, line.request());
        delivery.attempts++;
        if (witness.looks()) {
            if (delivery.witnessed < 0) {
                delivery.witnessed = witness.sending(delivery.draft, writer.nativeId(delivery.draft));
            }
            witness.sent(delivery.witnessed);
        }
        tally.attempt(delivery, now);
        busy++;
        line.send(delivery, now);
    }

    private void await(long untilNanos) {
        var nanos = Math.min(LOOK_NANOS, untilNanos - System.nanoTime());
        try {
            if (nanos > 0) {
                selector.select(OpenLoop::act, Math.max(1, nanos / MILLI));
            } else {
                selector.selectNow(OpenLoop::act);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void act(SelectionKey ready) {
        ((Line) ready.attachment()).act(ready);
    }

    private void expire(long now) {
        if (now - lastLook > LOOK_NANOS) {
            lastLook = now;
            var patience = target.patience().toNanos();
            for (var line : lines) {
                if (line.isBusy() && now - line.sinceNanos() > patience) {
                    line.fail("no answer in time");
                }
            }
        }
    }

    /** What is under way by then has its patience yet. */
    private void giveUpWaiting(long now) {
        backlog.abandon().forEach(waiting -> tally.abandoned(waiting, now));
    }

    private Result result(long nanos, long cpuNanos) {
        return new Result(
                tally.scheduled,
                tally.unsent,
                tally.sent,
                tally.acknowledged,
                tally.sent - tally.acknowledged,
                tally.attempts,
                tally.failures,
                tally.hot,
                tally.others,
                tally.delay,
                Duration.ofNanos(nanos),
                Duration.ofNanos(cpuNanos));
    }

    private static long threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What an answer or the lack of one means for a delivery. */
    private final class Outcomes implements Line.Ends {

        @Override
        public void answered(Line line, Pending delivery, int status) {
            if (status / 100 != 2) {
                broke(line, delivery, Integer.toString(status));
                return;
            }
            release(line);
            free.push(line);
            tally.acknowledged(delivery, System.nanoTime());
            witness.acknowledged(delivery.witnessed);
            if (!delivery.draft.poison()) {
                manifest.acknowledge(delivery.draft.number());
            }
            backlog.done(delivery);
        }

        @Override
        public void broke(Line line, Pending delivery, String why) {
            release(line);
            // The next delivery shall try another one first.
            free.add(line);
            tally.failed(why);
            witness.failed(delivery.witnessed, why);
            var now = System.nanoTime();
            delivery.againNanos = now + target.retries().pauseNanos(delivery.attempts);
            if (target.retries().any() && delivery.againNanos - retriesEnd < 0) {
                backlog.again(delivery);
            } else {
                tally.abandoned(delivery, now);
                backlog.done(delivery);
            }
        }

        private void release(Line line) {
            busy--;
            line.freed(System.nanoTime());
        }
    }
}
