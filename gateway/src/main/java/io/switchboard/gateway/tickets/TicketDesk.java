package io.switchboard.gateway.tickets;

import io.switchboard.canonical.EventId;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.MessageId;
import io.switchboard.gateway.tickets.Inbox.Claim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a batch of facts into events, all or nothing, inside the caller's transaction. Every statement handles the whole batch, and
 * one that has nothing to do is not sent. Rows are locked in the order of their ids: first the threads, then what is added, table by
 * table.
 */
@Component
public class TicketDesk {

    private final JdbcTemplate jdbc;
    private final Inbox inbox;
    private final ThreadStore threads;
    private final ThreadTokens tokens;
    private final OrphanReceipts orphans;
    private final ReturnedReplies returned;
    private final AttachmentQueue attachments;
    private final OutboundConfirmations confirmations;
    private final Episodes episodes;

    TicketDesk(
            JdbcTemplate jdbc,
            Inbox inbox,
            ThreadStore threads,
            ThreadTokens tokens,
            OrphanReceipts orphans,
            ReturnedReplies returned,
            AttachmentQueue attachments,
            OutboundConfirmations confirmations,
            TicketsProperties properties) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.threads = threads;
        this.tokens = tokens;
        this.orphans = orphans;
        this.returned = returned;
        this.attachments = attachments;
        this.confirmations = confirmations;
        this.episodes = new Episodes(properties.reopenWindow());
    }

    /**
     * @param arrived in the order of the journal
     * @return one outcome per fact, in order, plus those of statuses that found their message and of replies that were returned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome> process(List<Fact> arrived) {
        if (arrived.isEmpty()) {
            return List.of();
        }
        var facts = returned.join(orphans.join(arrived));
        var messages = MessageIndex.open(jdbc, mentions(facts));
        // Threads are locked before claims are looked at: whoever decides about the same event has committed by then.
        var directory = ThreadDirectory.open(threads, tokens, facts, messages.threads());
        var claimed = inbox.find(facts);
        var fresh = new LinkedHashMap<EventId, Fact>();
        for (var fact : facts) {
            if (!claimed.containsKey(fact.eventId())) {
                fresh.putIfAbsent(fact.eventId(), fact);
            }
        }
        var assigned = assign(List.copyOf(fresh.values()), directory, messages);
        return outcomes(facts, claimed, assigned);
    }

    private static List<MessageIndex.Key> mentions(List<Fact> facts) {
        return facts.stream()
                .flatMap(fact -> Mentions.of(fact).stream().map(id -> MessageIndex.Key.of(fact, id)))
                .distinct()
                .toList();
    }

    private Map<EventId, Assignment> assign(List<Fact> facts, ThreadDirectory directory, MessageIndex messages) {
        if (facts.isEmpty()) {
            return Map.of();
        }
        var identities = IdentityDirectory.open(jdbc, facts);
        var assigner = new Assigner(directory, identities, messages, episodes);

        var assignments = new LinkedHashMap<EventId, Assignment>();
        var claims = new ArrayList<Claim>();
        for (var fact : facts) {
            var assignment = assigner.assign(fact);
            assignments.put(fact.eventId(), assignment);
            claims.add(Claim.of(fact, assignment));
        }

        identities.write();
        directory.write();
        messages.write();
        inbox.claim(claims);
        orphans.keep(assigner.orphans());
        attachments.add(facts, assignments);
        confirm(facts);
        return assignments;
    }

    /** Of facts with one id the first is the event, unless it was claimed before: then only its claimant is. */
    private static List<Outcome> outcomes(
            List<Fact> facts, Map<EventId, Claim> claimed, Map<EventId, Assignment> assigned) {
        var outcomes = new ArrayList<Outcome>();
        var told = new HashSet<EventId>();
        for (var fact : facts) {
            var id = fact.eventId();
            var claim = claimed.get(id);
            if (claim == null && told.add(id)) {
                var assignment = Objects.requireNonNull(assigned.get(id));
                outcomes.add(new Outcome.Published(fact, EventAssembler.assemble(fact, assignment)));
            } else if (claim != null && claim.owner().equals(fact.owner())) {
                outcomes.add(new Outcome.Published(fact, EventAssembler.assemble(fact, claim.assignment())));
            } else {
                outcomes.add(new Outcome.Duplicate(fact, id));
            }
        }
        return outcomes;
    }

    private void confirm(List<Fact> facts) {
        var confirmed = facts.stream()
                .map(fact -> fact instanceof Fact.FromPlatform platform
                                && platform.event() instanceof InboundEvent.ReceiptChanged receipt
                        ? receipt.ours()
                        : Optional.<MessageId>empty())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (!confirmed.isEmpty()) {
            confirmations.confirmed(confirmed);
        }
    }
}
