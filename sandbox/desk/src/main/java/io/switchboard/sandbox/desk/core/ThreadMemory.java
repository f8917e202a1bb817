package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.contract.TicketStateChange;
import io.switchboard.sandbox.desk.contract.TicketsRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All threads the desk knows: the {@code threads} last heard of, each with its newest {@code entries}. Safe for use by many
 * threads; what it hands out never changes.
 */
public final class ThreadMemory {

    private final int threads;
    private final int entries;
    private final LinkedHashMap<String, ThreadLog> logs = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Optional<Conversation>> snapshots = new HashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private boolean whole = true;

    public ThreadMemory(int threads, int entries) {
        this.threads = threads;
        this.entries = entries;
    }

    /** Calls back with the id of each thread that changed, on the thread that changed it; must return quickly. */
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** From now on a new thread need not start with its first event: the topic no longer holds them all. */
    synchronized void startsInTheMiddle() {
        whole = false;
    }

    public void apply(TicketsRecord arrived) {
        change(arrived.threadId(), log -> log.apply(arrived));
    }

    public void apply(ReplyCommand command, Instant at) {
        change(command.threadId(), log -> log.asked(command, at));
    }

    public void apply(TicketStateChange change, Instant at) {
        var closed = change.state().equals(TicketStateChange.CLOSED);
        change(change.threadId(), log -> log.ticketSaid(change.ticketId(), closed, at));
    }

    /** Somebody looks at the thread: its messages are no longer unread. */
    public void looked(String threadId) {
        if (find(threadId).filter(thread -> thread.unanswered() > 0).isPresent()) {
            change(threadId, ThreadLog::looked);
        }
    }

    public synchronized Optional<Conversation> find(String threadId) {
        var log = Optional.ofNullable(logs.get(threadId));
        return log.flatMap(known -> snapshots.computeIfAbsent(threadId, id -> known.snapshot()));
    }

    public synchronized List<Conversation> all() {
        return List.copyOf(logs.keySet()).stream()
                .flatMap(threadId -> find(threadId).stream())
                .toList();
    }

    private void change(String threadId, Predicate<ThreadLog> change) {
        if (changed(threadId, change)) {
            listeners.forEach(listener -> listener.accept(threadId));
        }
    }

    private synchronized boolean changed(String threadId, Predicate<ThreadLog> change) {
        var log = logs.computeIfAbsent(threadId, id -> new ThreadLog(id, entries, whole));
        if (!change.test(log)) {
            return false;
        }
        snapshots.remove(threadId);
        if (logs.size() > threads) {
            forgetTheLongestSilent();
        }
        return true;
    }

    private void forgetTheLongestSilent() {
        snapshots.remove(logs.pollFirstEntry().getKey());
        whole = false;
    }
}
