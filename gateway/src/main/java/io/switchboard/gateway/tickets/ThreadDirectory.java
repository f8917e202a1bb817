package io.switchboard.gateway.tickets;

import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.gateway.journal.Report;
import io.switchboard.gateway.tickets.ThreadState.Opening;
import io.switchboard.gateway.tickets.ThreadStore.Alias;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The threads of one batch: found under their keys, opened where there are none, locked, and written back at the end.
 *
 * <p>A thread's id follows from the key it was opened under, so most threads are found and locked by that id at once. Only keys that
 * may lead elsewhere are looked up.
 */
final class ThreadDirectory {

    private final ThreadStore store;
    private final Map<Alias, ThreadId> derived = new HashMap<>();
    private final Map<Alias, ThreadId> known = new HashMap<>();
    private final Map<Alias, ThreadId> added = new LinkedHashMap<>();
    private final Map<ThreadId, ThreadState> states = new HashMap<>();

    private ThreadDirectory(ThreadStore store) {
        this.store = store;
    }

    /** @param extra threads known by id: of messages that receipts are about */
    static ThreadDirectory open(ThreadStore store, Collection<Fact> facts, Collection<ThreadId> extra) {
        var directory = new ThreadDirectory(store);
        var ids = new ArrayList<>(extra);
        var related = new HashSet<Alias>();
        for (var fact : facts) {
            switch (fact) {
                case Fact.FromPlatform platform -> {
                    var address = platform.event().thread();
                    var own = new Alias(fact.connectionId(), address.own());
                    ids.add(directory.derived.computeIfAbsent(
                            own, absent -> ThreadId.of(fact.tenant(), fact.connectionId(), address.own())));
                    if (!address.related().isEmpty()) {
                        address.keys().forEach(key -> related.add(new Alias(fact.connectionId(), key)));
                    }
                }
                case Fact.FromUs ours -> {
                    ids.add(ours.report().thread());
                    if (ours.report() instanceof Report.ReplyProgress reply) {
                        reply.threadKeys().forEach(key -> related.add(new Alias(fact.connectionId(), key)));
                    }
                }
                case Fact.Joined joined -> ids.add(joined.thread());
            }
        }
        directory.known.putAll(store.find(related));
        ids.addAll(directory.known.values());
        directory.add(store.lock(inOrder(ids)));
        directory.lockElsewhere(related);
        return directory;
    }

    /** Keys under which no thread was opened may still lead to one. Seldom: nothing here was ever told of such a key. */
    private void lockElsewhere(Collection<Alias> lookedUp) {
        var unknown = new ArrayList<Alias>();
        derived.forEach((own, id) -> {
            if (states.containsKey(id)) {
                known.putIfAbsent(own, id);
            } else if (!lookedUp.contains(own)) {
                unknown.add(own);
            }
        });
        var elsewhere = store.find(unknown);
        known.putAll(elsewhere);
        var missing = new ArrayList<>(elsewhere.values());
        missing.removeAll(states.keySet());
        add(store.lockAtOnce(inOrder(missing)));
    }

    private void add(List<ThreadState> locked) {
        locked.forEach(state -> states.put(state.id, state));
    }

    private static Collection<ThreadId> inOrder(Collection<ThreadId> ids) {
        var sorted = new TreeSet<ThreadId>(Comparator.comparing(ThreadId::value));
        sorted.addAll(ids);
        return sorted;
    }

    /** A thread and the rule that led there. */
    record Match(ThreadState thread, String rule) {}

    Match resolve(Fact fact) {
        return switch (fact) {
            case Fact.FromPlatform platform ->
                resolve(platform, platform.event().thread(), platform.event().surface());
            case Fact.FromUs ours -> new Match(existing(ours.report().thread()), "command");
            case Fact.Joined joined -> new Match(existing(joined.thread()), "known_message");
        };
    }

    Optional<ThreadState> find(ThreadId id) {
        return Optional.ofNullable(states.get(id));
    }

    /** Makes further keys lead to a thread, such as the id of a mail of ours. */
    void alias(Fact fact, List<ThreadKey> keys, ThreadState thread) {
        keys.forEach(key -> {
            var alias = new Alias(fact.connectionId(), key);
            if (known.putIfAbsent(alias, thread.id) == null) {
                added.put(alias, thread.id);
            }
        });
    }

    void write() {
        var opened = new ArrayList<ThreadState>();
        var continued = new ArrayList<ThreadState>();
        for (var state : states.values()) {
            if (state.isChanged()) {
                (state.opening.isPresent() ? opened : continued).add(state);
            }
        }
        store.insert(opened, added);
        store.update(continued);
    }

    private Match resolve(Fact fact, ThreadAddress address, Surface surface) {
        var match = lookUp(fact, address).orElseGet(() -> new Match(open(fact, address, surface), "new"));
        alias(fact, address.keys(), match.thread());
        return match;
    }

    private Optional<Match> lookUp(Fact fact, ThreadAddress address) {
        for (var key : address.keys()) {
            var id = known.get(new Alias(fact.connectionId(), key));
            if (id != null) {
                var rule = key.equals(address.own()) ? "own_key" : "related_key";
                return Optional.of(new Match(existing(id), rule));
            }
        }
        return Optional.empty();
    }

    private ThreadState open(Fact fact, ThreadAddress address, Surface surface) {
        var id = ThreadId.of(fact.tenant(), fact.connectionId(), address.own());
        var connector = fact.connection().connector();
        return states.computeIfAbsent(
                id,
                absent -> ThreadState.opened(
                        id, fact.tenant(), new Opening(fact.connectionId(), connector, address.own(), surface)));
    }

    private ThreadState existing(ThreadId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("a thread that should exist does not"));
    }
}
