package io.switchboard.gateway.tickets;

import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.gateway.tickets.ThreadStore.Alias;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The threads of one batch: found under their keys, opened where there are none, locked, and written back at the end. */
final class ThreadDirectory {

    private final ThreadStore store;
    private final Map<Alias, ThreadId> known;
    private final Map<Alias, ThreadId> added = new LinkedHashMap<>();
    private final Map<ThreadId, ThreadState> states = new HashMap<>();

    private ThreadDirectory(ThreadStore store, Map<Alias, ThreadId> known) {
        this.store = store;
        this.known = known;
    }

    /** @param extra threads known by id: of messages that receipts are about */
    static ThreadDirectory open(ThreadStore store, Collection<Fact> facts, Collection<ThreadId> extra) {
        var wanted = new ArrayList<Alias>();
        var ids = new TreeSet<ThreadId>(Comparator.comparing(ThreadId::value));
        ids.addAll(extra);
        for (var fact : facts) {
            switch (fact) {
                case Fact.FromPlatform platform ->
                    platform.event().thread().keys().forEach(key -> wanted.add(new Alias(fact.connectionId(), key)));
                case Fact.FromUs ours -> ids.add(ours.report().thread());
                case Fact.Joined joined -> ids.add(joined.thread());
            }
        }
        var directory = new ThreadDirectory(store, store.find(wanted));
        ids.addAll(directory.known.values());
        store.lock(ids).forEach(state -> directory.states.put(state.id, state));
        return directory;
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
        store.insert(states.values().stream().filter(state -> state.isNew).toList(), added);
        store.update(states.values());
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
                absent -> new ThreadState(
                        id, fact.tenant(), fact.connectionId(), connector, address.own(), surface, true));
    }

    private ThreadState existing(ThreadId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("a thread that should exist does not"));
    }
}
