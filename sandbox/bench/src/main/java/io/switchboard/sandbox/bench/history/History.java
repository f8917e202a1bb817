package io.switchboard.sandbox.bench.history;

import io.switchboard.sandbox.bench.Merchant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in a run: the senders' side told by whoever sends, the readers' side by {@link TicketsWatch}. Many threads may
 * tell; each delivery costs some 120 bytes.
 */
public final class History {

    private static final long NEVER = 0;

    private final IdTable ids = new IdTable();
    private final LongColumn origins = new LongColumn();
    private final LongColumn firstSent = new LongColumn();
    private final LongColumn firstAcknowledged = new LongColumn();
    private final LongColumn firstSeen = new LongColumn();
    private final LongColumn attempts = new LongColumn();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    private final Map<UUID, ThreadTrail> threads = new HashMap<>();
    private final Set<UUID> events = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private final Violations violations = new Violations();
    private final Set<UUID> olderThreads = new HashSet<>();
    private @Nullable History former;

    public History() {
        this(null);
    }

    private History(@Nullable History former) {
        this.former = former;
    }

    /**
     * The next history on the same data. It goes on with the threads' sequences, and knows what the former one sent: an event of that may
     * still come, once.
     */
    public synchronized History next() {
        former = null;
        var next = new History(this);
        threads.forEach((id, trail) -> next.threads.put(id, trail.continued()));
        next.olderThreads.addAll(threads.keySet());
        return next;
    }

    /** Announces a delivery that shall become one event. */
    public int sending(int merchant, String connector, int thread, String nativeId) {
        return sending(merchant, connector, thread, nativeId, Fate.EVENT);
    }

    /**
     * Announces a delivery.
     *
     * @param merchant whose it is
     * @param connector for the reader of a violation
     * @param thread of this merchant and connector, for the reader of a violation; what belongs together is what the gateway says
     * @param nativeId what the event that comes of it will carry, and nothing else ever: WhatsApp's message id, a mail's Message-ID without
     *     brackets, Shopify's event id
     * @return the number by which it is spoken of from now on
     */
    public synchronized int sending(int merchant, String connector, int thread, String nativeId, Fate fate) {
        var number = ids.add(nativeId);
        if (number == IdTable.ABSENT) {
            throw new IllegalArgumentException("native id " + nativeId + " is sent already, a new one was expected");
        }
        origins.set(number, Origin.pack(merchant, Origin.code(connector), thread, fate));
        return number;
    }

    /** Its bytes are about to go out; once more for each attempt. */
    public void sent(int number) {
        firstSent.setFirst(number, now());
        attempts.add(number, 1);
    }

    /** A 2xx was read. */
    public void acknowledged(int number) {
        firstAcknowledged.setFirst(number, now());
    }

    /**
     * An attempt ended without a 2xx; the sender may send the same bytes again.
     *
     * @param why in few words, of which there are not many kinds
     */
    public void failed(int number, String why) {
        failures.computeIfAbsent(why, first -> new LongAdder()).increment();
    }

    /** How many of the acknowledged are not there yet. */
    public synchronized int awaited() {
        var awaited = 0;
        for (var number = 0; number < ids.size(); number++) {
            if (isAcknowledged(number) && firstSeen.get(number) == NEVER) {
                awaited++;
            }
        }
        return awaited;
    }

    /** How long it took from the first attempt until it was seen, in nanoseconds; negative when one of the two never happened. */
    public long seenAfter(int number) {
        var sent = firstSent.get(number);
        var seen = firstSeen.get(number);
        return sent == NEVER || seen == NEVER ? -1 : seen - sent;
    }

    /** Events are told in the order of their partition. */
    synchronized void seen(SeenEvent event) {
        if (!events.add(event.id())) {
            violations.doubled.add("event %s stands twice, again at %s".formatted(event.id(), place(event)));
        }
        var trail = threads.get(event.thread());
        if (trail == null) {
            trail = new ThreadTrail(event);
            threads.put(event.thread(), trail);
        } else {
            follow(trail, event);
        }
        if (!event.nativeId().isEmpty()) {
            var number = ids.find(event.nativeId());
            if (number != IdTable.ABSENT) {
                join(number, event, violations);
                trail.add(number);
            } else if (former == null || !former.joinLate(event, violations)) {
                violations.unasked.add("%s tells of %s, which nobody sent".formatted(place(event), event.nativeId()));
            }
        }
    }

    /**
     * A delivery was put aside. One that nobody announced is counted and no more: what is unreadable need not say what it is.
     *
     * @param place of its letter's delivery in the journal; a delivery has one letter
     */
    synchronized void putAside(String nativeId, String place, String topic, String reason, long nanoTime) {
        if (!letters.add(place)) {
            violations.doubled.add("the delivery at %s has two letters".formatted(place));
        }
        var number = ids.find(nativeId);
        if (number == IdTable.ABSENT) {
            return;
        }
        if (Origin.fate(origins.get(number)) == Fate.INVALID) {
            firstSeen.setFirst(number, nanoTime);
        } else {
            violations.lost.add("%s is in %s: %s".formatted(name(number), topic, reason));
        }
    }

    /** A thread's sequence need not begin at 1: it may be older than all that is known. */
    public Verdict check() {
        return check(false);
    }

    /** @param fromTheBeginning whether no thread is older than the first of the histories that this one is the {@link #next} of */
    public synchronized Verdict check(boolean fromTheBeginning) {
        var found = new Check(this, violations, thread -> fromTheBeginning && !olderThreads.contains(thread));
        var sums = new TreeMap<String, Long>();
        failures.forEach((why, count) -> sums.put(why, count.sum()));
        return found.verdict(threads.values(), sums, events.size(), letters.size());
    }

    int size() {
        return ids.size();
    }

    boolean isAcknowledged(int number) {
        return firstAcknowledged.get(number) != NEVER;
    }

    boolean isSeen(int number) {
        return firstSeen.get(number) != NEVER;
    }

    long attempts(int number) {
        return attempts.get(number);
    }

    /** Whether the later one was first sent after the earlier one had been acknowledged. */
    boolean happenedBefore(int earlier, int later) {
        return isAcknowledged(earlier)
                && firstSent.get(later) != NEVER
                && firstAcknowledged.get(earlier) - firstSent.get(later) < 0;
    }

    /** When it was acknowledged, for comparison. */
    boolean acknowledgedBefore(int one, int other) {
        return firstAcknowledged.get(one) - firstAcknowledged.get(other) < 0;
    }

    String name(int number) {
        var origin = origins.get(number);
        return "%s (%s of %s, thread %d)"
                .formatted(ids.text(number), Origin.connector(origin), tenant(origin), Origin.thread(origin));
    }

    private void follow(ThreadTrail trail, SeenEvent event) {
        if (event.sequence() != trail.lastSequence + 1) {
            violations.reordered.add("thread %s: sequence %d follows %d at %s"
                    .formatted(trail.id, event.sequence(), trail.lastSequence, place(event)));
        }
        trail.lastSequence = event.sequence();
        if (event.partition() != trail.partition) {
            violations.reordered.add(
                    "thread %s is on partition %d and at %s".formatted(trail.id, trail.partition, place(event)));
        }
        if (!event.tenant().equals(trail.tenant)) {
            violations.crossTenant.add("thread %s is of %s and, at %s, of %s"
                    .formatted(trail.id, trail.tenant, place(event), event.tenant()));
        }
    }

    /** @return whether the event tells of something that was sent here */
    private synchronized boolean joinLate(SeenEvent event, Violations into) {
        var number = ids.find(event.nativeId());
        if (number != IdTable.ABSENT) {
            join(number, event, into);
        }
        return number != IdTable.ABSENT;
    }

    private void join(int number, SeenEvent event, Violations into) {
        if (firstSent.get(number) == NEVER) {
            into.unasked.add("%s tells of %s, which was not sent yet".formatted(place(event), name(number)));
        }
        if (Origin.fate(origins.get(number)) == Fate.INVALID) {
            into.unasked.add("%s tells of %s, which is not valid".formatted(place(event), name(number)));
        }
        if (!firstSeen.setFirst(number, event.nanoTime())) {
            into.doubled.add("%s is told again at %s".formatted(name(number), place(event)));
        }
        if (!event.tenant().equals(tenant(origins.get(number)))) {
            into.crossTenant.add("%s is told to %s at %s".formatted(name(number), event.tenant(), place(event)));
        }
    }

    private static String tenant(long origin) {
        return new Merchant(Origin.merchant(origin)).tenant();
    }

    private static String place(SeenEvent event) {
        return "tickets-%d:%d".formatted(event.partition(), event.offset());
    }

    /** Never 0, which stands for never. */
    private static long now() {
        return System.nanoTime() | 1;
    }
}
