package io.switchboard.gateway.tickets;

import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.ThreadLink;
import io.switchboard.canonical.ThreadMatch;
import io.switchboard.gateway.journal.Report;
import io.switchboard.gateway.tickets.ThreadLadder.Candidate;
import io.switchboard.gateway.tickets.ThreadState.Opening;
import io.switchboard.gateway.tickets.ThreadStore.Alias;
import io.switchboard.gateway.tickets.ThreadStore.Lead;
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
 * may lead elsewhere are looked up. What only may lead to a thread is weighed by {@link ThreadLadder}.
 */
final class ThreadDirectory {

    private final ThreadStore store;
    private final ThreadTokens tokens;
    private final Map<Alias, ThreadId> derived = new HashMap<>();
    private final Map<Alias, Lead> known = new HashMap<>();
    private final Map<Alias, Lead> added = new LinkedHashMap<>();
    private final Map<Alias, Lead> moved = new LinkedHashMap<>();
    private final Map<ThreadId, ThreadState> states = new HashMap<>();
    private final Membership members;

    private ThreadDirectory(ThreadStore store, ThreadTokens tokens) {
        this.store = store;
        this.tokens = tokens;
        this.members = new Membership();
    }

    /** @param extra threads known by id: of messages that receipts are about */
    static ThreadDirectory open(
            ThreadStore store, ThreadTokens tokens, Collection<Fact> facts, Collection<ThreadId> extra) {
        var directory = new ThreadDirectory(store, tokens);
        var ids = new ArrayList<>(extra);
        var related = new HashSet<Alias>();
        for (var fact : facts) {
            switch (fact) {
                case Fact.FromPlatform platform -> directory.expect(platform, ids, related);
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
        directory.known.values().forEach(lead -> ids.add(lead.thread()));
        directory.add(store.lock(inOrder(ids)));
        directory.lockElsewhere(related);
        directory.members.load(store, facts, directory.states.keySet());
        return directory;
    }

    private void expect(Fact.FromPlatform fact, Collection<ThreadId> ids, Collection<Alias> related) {
        var address = fact.event().thread();
        var own = new Alias(fact.connectionId(), address.own());
        ids.add(derived.computeIfAbsent(own, absent -> ThreadId.of(fact.tenant(), fact.connectionId(), address.own())));
        if (!address.related().isEmpty() || !address.links().isEmpty()) {
            address.keys().forEach(key -> related.add(new Alias(fact.connectionId(), key)));
        }
        for (var link : address.links()) {
            if (link.kind() == ThreadLink.Kind.TOKEN) {
                tokens.read(fact.tenant(), fact.connectionId(), link.key().value())
                        .ifPresent(ids::add);
            } else {
                related.add(new Alias(fact.connectionId(), link.key()));
            }
        }
    }

    /** Keys under which no thread was opened may still lead to one. Seldom: nothing here was ever told of such a key. */
    private void lockElsewhere(Collection<Alias> lookedUp) {
        var unknown = new ArrayList<Alias>();
        derived.forEach((own, id) -> {
            if (states.containsKey(id)) {
                known.putIfAbsent(own, new Lead(id, AliasOrigin.KEY));
            } else if (!lookedUp.contains(own)) {
                unknown.add(own);
            }
        });
        var elsewhere = store.find(unknown);
        known.putAll(elsewhere);
        var missing = new ArrayList<ThreadId>();
        elsewhere.values().forEach(lead -> missing.add(lead.thread()));
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

    /**
     * A thread and why.
     *
     * @param isAnswered whether answers go where the message wants them
     */
    record Match(ThreadState thread, ThreadMatch match, boolean isAnswered) {

        static Match certain(ThreadState thread, String rule) {
            return new Match(thread, ThreadMatch.certain(rule), true);
        }
    }

    Match resolve(Fact fact) {
        return switch (fact) {
            case Fact.FromPlatform platform ->
                platform.event().thread().links().isEmpty() ? byKey(platform) : byWeight(platform);
            case Fact.FromUs ours -> Match.certain(existing(ours.report().thread()), "command");
            case Fact.Joined joined -> Match.certain(existing(joined.thread()), "known_message");
        };
    }

    Optional<ThreadState> find(ThreadId id) {
        return Optional.ofNullable(states.get(id));
    }

    /** Makes further keys lead to a thread, such as the id of a mail of ours. */
    void alias(Fact fact, List<ThreadKey> keys, ThreadState thread, AliasOrigin origin) {
        for (var key : keys) {
            var alias = new Alias(fact.connectionId(), key);
            var lead = new Lead(thread.id, origin);
            var present = known.putIfAbsent(alias, lead);
            if (present == null) {
                added.put(alias, lead);
            } else if (present.origin().yieldsTo(origin) && !present.equals(lead)) {
                known.put(alias, lead);
                (added.containsKey(alias) ? added : moved).put(alias, lead);
            }
        }
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
        store.move(moved);
        members.write(store);
    }

    private Match byKey(Fact.FromPlatform fact) {
        var address = fact.event().thread();
        var match = lookUp(fact, address).orElseGet(() -> Match.certain(open(fact, address.own()), "new"));
        alias(fact, address.keys(), match.thread(), AliasOrigin.KEY);
        return match;
    }

    private Optional<Match> lookUp(Fact fact, ThreadAddress address) {
        for (var key : address.keys()) {
            var lead = known.get(new Alias(fact.connectionId(), key));
            if (lead != null) {
                var rule = key.equals(address.own()) ? "own_key" : "related_key";
                return Optional.of(Match.certain(existing(lead.thread()), rule));
            }
        }
        return Optional.empty();
    }

    private Match byWeight(Fact.FromPlatform fact) {
        var address = fact.event().thread();
        var told = lead(fact, address.own());
        if (told.isPresent() && !(fact.event() instanceof InboundEvent.MessageReceived)) {
            // What a message brought besides itself belongs where the message went.
            return Match.certain(existing(told.get().thread()), "own_key");
        }
        var decision = ThreadLadder.decide(candidates(fact, address), Membership.writer(fact));
        var thread = decision.chosen().map(this::existing).orElseGet(() -> open(fact, freeKey(fact, address)));
        if (!(fact.event() instanceof InboundEvent.MessageReceived received)) {
            return new Match(thread, decision.match(), false);
        }
        var isAnswered = members.take(
                fact, received.message(), thread.id, decision.chosen().isEmpty());
        learn(fact, address, thread);
        return new Match(thread, decision.match(), isAnswered);
    }

    private List<Candidate> candidates(Fact.FromPlatform fact, ThreadAddress address) {
        var candidates = new ArrayList<Candidate>();
        for (var link : address.links()) {
            var lead = link.kind() == ThreadLink.Kind.TOKEN
                    ? tokens.read(fact.tenant(), fact.connectionId(), link.key().value())
                            .map(thread -> new Lead(thread, AliasOrigin.OUTBOUND))
                    : lead(fact, link.key());
            lead.flatMap(found -> candidate(fact, link.kind(), found)).ifPresent(candidates::add);
        }
        lead(fact, address.own())
                .flatMap(found -> candidate(fact, ThreadLink.Kind.REFERENCE, found))
                .ifPresent(candidates::add);
        return candidates;
    }

    private Optional<Lead> lead(Fact fact, ThreadKey key) {
        return Optional.ofNullable(known.get(new Alias(fact.connectionId(), key)));
    }

    private Optional<Candidate> candidate(Fact.FromPlatform fact, ThreadLink.Kind kind, Lead lead) {
        return find(lead.thread())
                .filter(thread -> kind != ThreadLink.Kind.SAME_TOPIC
                        || thread.isRecent(fact.event().occurredAt().at()))
                .map(thread -> new Candidate(thread.id, kind, lead.origin(), members.role(thread.id, fact)));
    }

    /** The own key, unless a thread was opened under it already: somebody used a Message-ID again, or another's. */
    private ThreadKey freeKey(Fact.FromPlatform fact, ThreadAddress address) {
        var id = ThreadId.of(fact.tenant(), fact.connectionId(), address.own());
        return states.containsKey(id) ? new ThreadKey(address.own().value() + "#" + fact.eventId()) : address.own();
    }

    private void learn(Fact fact, ThreadAddress address, ThreadState thread) {
        alias(fact, List.of(address.own()), thread, AliasOrigin.INBOUND);
        for (var link : address.links()) {
            var key = List.of(link.key());
            switch (link.kind()) {
                case TOKEN, RETURNED -> {}
                case REFERENCE -> alias(fact, key, thread, AliasOrigin.NAMED);
                case CONVERSATION -> alias(fact, key, thread, AliasOrigin.CONVERSATION);
                case SAME_TOPIC -> alias(fact, key, thread, AliasOrigin.TOPIC);
            }
        }
    }

    private ThreadState open(Fact.FromPlatform fact, ThreadKey key) {
        var id = ThreadId.of(fact.tenant(), fact.connectionId(), key);
        var connector = fact.connection().connector();
        var surface = fact.event().surface();
        return states.computeIfAbsent(
                id,
                absent -> ThreadState.opened(
                        id, fact.tenant(), new Opening(fact.connectionId(), connector, key, surface)));
    }

    private ThreadState existing(ThreadId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("a thread that should exist does not"));
    }
}
