package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.core.Conversation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Summaries of threads, made anew only for those that changed: a list of thousands is asked for several times a second.
 * Safe for use by many threads.
 */
final class ThreadSummaries {

    private final ThreadRows rows;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    ThreadSummaries(ThreadRows rows) {
        this.rows = rows;
    }

    /** @param all every thread there is; what is kept of others is dropped */
    List<ThreadSummary> ofAll(List<Conversation> all) {
        if (made.size() > all.size()) {
            made.keySet().retainAll(all.stream().map(Conversation::threadId).collect(Collectors.toSet()));
        }
        return of(all);
    }

    List<ThreadSummary> of(List<Conversation> threads) {
        return threads.stream().map(this::of).toList();
    }

    @SuppressWarnings(
            "ReferenceEquality") // a snapshot never changes, and comparing its content would cost what is saved
    private ThreadSummary of(Conversation thread) {
        var known = made.get(thread.threadId());
        if (known != null && known.from == thread) {
            return known.summary;
        }
        var summary = ThreadSummary.of(thread, rows.row(thread));
        made.put(thread.threadId(), new Made(thread, summary));
        return summary;
    }

    private record Made(Conversation from, ThreadSummary summary) {}
}
