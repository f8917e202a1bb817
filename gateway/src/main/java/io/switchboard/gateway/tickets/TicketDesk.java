package io.switchboard.gateway.tickets;

import io.switchboard.canonical.EventId;
import io.switchboard.canonical.IdentityId;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.MessageId;
import io.switchboard.gateway.tickets.Inbox.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a batch of facts into events, all or nothing, inside the caller's transaction. Every statement handles the whole batch;
 * rows are locked in the order of their ids, identities before threads before claims.
 */
@Component
public class TicketDesk {

    private final JdbcTemplate jdbc;
    private final Inbox inbox;
    private final ThreadStore threads;
    private final OrphanReceipts orphans;
    private final AttachmentQueue attachments;
    private final OutboundConfirmations confirmations;
    private final Episodes episodes;

    TicketDesk(
            JdbcTemplate jdbc,
            Inbox inbox,
            ThreadStore threads,
            OrphanReceipts orphans,
            AttachmentQueue attachments,
            OutboundConfirmations confirmations,
            TicketsProperties properties) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.threads = threads;
        this.orphans = orphans;
        this.attachments = attachments;
        this.confirmations = confirmations;
        this.episodes = new Episodes(properties.reopenWindow());
    }

    /**
     * @param arrived in the order of the journal
     * @return one outcome per fact, in order, plus those of statuses that found their message
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome> process(List<Fact> arrived) {
        var facts = orphans.join(arrived);
        var claimed = inbox.find(facts.stream().map(Fact::eventId).toList());
        var fresh = new LinkedHashMap<EventId, Fact>();
        for (var fact : facts) {
            if (!claimed.containsKey(fact.eventId())) {
                fresh.putIfAbsent(fact.eventId(), fact);
            }
        }
        var assigned = assign(List.copyOf(fresh.values()));
        return facts.stream()
                .map(fact -> outcome(fact, claimed, fresh, assigned))
                .toList();
    }

    private Map<EventId, Assignment> assign(List<Fact> facts) {
        if (facts.isEmpty()) {
            return Map.of();
        }
        var people = new TreeSet<IdentityId>(Comparator.comparing(IdentityId::value));
        var mentioned = new ArrayList<MessageIndex.Key>();
        for (var fact : facts) {
            Parties.names(fact).forEach(name -> people.add(IdentityId.of(fact.tenant(), name)));
            Assigner.mentions(fact).forEach(id -> mentioned.add(new MessageIndex.Key(fact.connectionId(), id)));
        }
        var identities = IdentityDirectory.open(jdbc, people);
        var messages = MessageIndex.open(jdbc, mentioned);
        var directory = ThreadDirectory.open(threads, facts, messages.threads());
        var assigner = new Assigner(directory, identities, messages, episodes);

        var assignments = new LinkedHashMap<EventId, Assignment>();
        var claims = new ArrayList<Claim>();
        for (var fact : facts) {
            var assignment = assigner.assign(fact);
            assignments.put(fact.eventId(), assignment);
            claims.add(new Claim(fact.eventId(), fact.owner(), assignment));
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

    private static Outcome outcome(
            Fact fact, Map<EventId, Claim> claimed, Map<EventId, Fact> fresh, Map<EventId, Assignment> assigned) {
        var id = fact.eventId();
        var claim = claimed.get(id);
        if (claim != null) {
            return claim.owner().equals(fact.owner())
                    ? new Outcome.Published(fact, EventAssembler.assemble(fact, claim.assignment()))
                    : new Outcome.Duplicate(fact, id);
        }
        return fact.equals(fresh.get(id))
                ? new Outcome.Published(
                        fact, EventAssembler.assemble(fact, java.util.Objects.requireNonNull(assigned.get(id))))
                : new Outcome.Duplicate(fact, id);
    }
}
