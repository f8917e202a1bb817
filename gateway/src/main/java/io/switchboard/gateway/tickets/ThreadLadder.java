package io.switchboard.gateway.tickets;

import io.switchboard.canonical.ThreadId;
import io.switchboard.canonical.ThreadLink;
import io.switchboard.canonical.ThreadMatch;
import io.switchboard.canonical.ThreadMatch.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Weighs reasons to join a thread against who wrote. The strongest reason decides if it is strong enough; the others are shown, never
 * followed. Whoever has no part in a conversation cannot enter it by quoting one of its ids, whoever made them: the answer would tell him
 * what others wrote.
 */
final class ThreadLadder {

    /** What a reason must reach to be followed. */
    static final double THRESHOLD = 0.6;

    /** What is left of any reason when From is not who sent it, or when the writer has no part in the thread. */
    private static final double DOUBT = 0.5;

    private static final int MOST_ALTERNATIVES = 5;

    private ThreadLadder() {}

    /**
     * A reason to join a thread.
     *
     * @param origin how the key was known before
     * @param role of the writer in that thread
     */
    record Candidate(ThreadId thread, ThreadLink.Kind kind, AliasOrigin origin, Optional<Role> role) {}

    /**
     * Who wrote.
     *
     * @param isMachine a mail system, which has part in no thread and returns what it was given
     * @param isForged our own mail server found that From is not who sent it
     */
    record Writer(boolean isMachine, boolean isForged) {}

    /** @param chosen empty when no reason is strong enough */
    record Decision(Optional<ThreadId> chosen, ThreadMatch match) {}

    /** @param candidates the order of the message, which decides between equals */
    static Decision decide(List<Candidate> candidates, Writer writer) {
        var weighed = new ArrayList<Alternative>();
        for (var candidate : candidates) {
            weigh(candidate, writer).ifPresent(weighed::add);
        }
        weighed.sort(Comparator.comparingDouble(Alternative::confidence).reversed());
        var best = weighed.stream().findFirst().filter(alternative -> alternative.confidence() >= THRESHOLD);
        var chosen = best.map(Alternative::threadId);
        var others = others(weighed, chosen);
        var match = best.map(found -> new ThreadMatch(found.rule(), found.confidence(), others))
                .orElseGet(() -> new ThreadMatch("new", 1.0, others));
        return new Decision(chosen, match);
    }

    private static Optional<Alternative> weigh(Candidate candidate, Writer writer) {
        var known = candidate.role().isPresent();
        return switch (candidate.kind()) {
            case TOKEN -> alternative(candidate, writer, "signed_token", known || writer.isMachine() ? 1.0 : DOUBT);
            case RETURNED ->
                writer.isMachine() && candidate.origin() == AliasOrigin.OUTBOUND
                        ? alternative(candidate, writer, "returned_mail", 0.95)
                        : Optional.empty();
            case REFERENCE -> byReference(candidate, writer, known);
            case CONVERSATION -> alternative(candidate, writer, "conversation_index", known ? 0.8 : 0.3);
            case SAME_TOPIC -> alternative(candidate, writer, "same_topic", 0.5);
        };
    }

    private static Optional<Alternative> byReference(Candidate candidate, Writer writer, boolean known) {
        return candidate.origin() == AliasOrigin.OUTBOUND
                ? alternative(candidate, writer, "outbound_id", known || writer.isMachine() ? 0.95 : DOUBT)
                : alternative(candidate, writer, "inbound_id", known ? 0.9 : 0.4);
    }

    private static Optional<Alternative> alternative(
            Candidate candidate, Writer writer, String rule, double confidence) {
        var capped = writer.isForged() ? Math.min(confidence, DOUBT) : confidence;
        return Optional.of(new Alternative(candidate.thread(), rule, capped));
    }

    /** One reason for each other thread, its best. */
    private static List<Alternative> others(List<Alternative> bestFirst, Optional<ThreadId> chosen) {
        var told = new HashSet<ThreadId>();
        chosen.ifPresent(told::add);
        return bestFirst.stream()
                .filter(alternative -> told.add(alternative.threadId()))
                .limit(MOST_ALTERNATIVES)
                .toList();
    }
}
