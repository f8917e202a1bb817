package io.switchboard.sandbox.bench.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What can be said only at the end. */
final class Check {

    private final History history;
    private final Violations during;
    private final Predicate<UUID> isNew;

    /** @param isNew whether a thread's sequence begins at 1 */
    Check(History history, Violations during, Predicate<UUID> isNew) {
        this.history = history;
        this.during = during;
        this.isNew = isNew;
    }

    Verdict verdict(Collection<ThreadTrail> threads, Map<String, Long> failures, long events, long letters) {
        var lost = new ArrayList<>(during.lost);
        var acknowledged = 0;
        var attempts = 0L;
        for (var number = 0; number < history.size(); number++) {
            attempts += history.attempts(number);
            if (history.isAcknowledged(number)) {
                acknowledged++;
                if (!history.isSeen(number)) {
                    lost.add(history.name(number) + " was acknowledged and is not there");
                }
            }
        }
        var reordered = new ArrayList<>(during.reordered);
        for (var thread : threads) {
            beginning(thread, reordered);
            order(thread, reordered);
        }
        return new Verdict(
                history.size(),
                attempts,
                acknowledged,
                failures,
                events,
                letters,
                lost,
                during.doubled,
                reordered,
                during.crossTenant,
                during.unasked);
    }

    private void beginning(ThreadTrail thread, List<String> reordered) {
        if (isNew.test(thread.id) && thread.firstSequence != 1) {
            reordered.add("thread %s begins with sequence %d".formatted(thread.id, thread.firstSequence));
        }
    }

    /** From the end to the beginning: of all that stand behind, the one acknowledged first is the one to compare with. */
    private void order(ThreadTrail thread, List<String> reordered) {
        var earliest = IdTable.ABSENT;
        for (var n = thread.size() - 1; n >= 0; n--) {
            var delivery = thread.delivery(n);
            if (earliest != IdTable.ABSENT && history.happenedBefore(earliest, delivery)) {
                reordered.add("thread %s: %s was sent after %s was acknowledged and stands before it"
                        .formatted(thread.id, history.name(delivery), history.name(earliest)));
            }
            if (history.isAcknowledged(delivery)
                    && (earliest == IdTable.ABSENT || history.acknowledgedBefore(delivery, earliest))) {
                earliest = delivery;
            }
        }
    }
}
