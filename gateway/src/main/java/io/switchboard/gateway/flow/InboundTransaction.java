package io.switchboard.gateway.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.canonical.CloudEvent;
import io.switchboard.gateway.flow.Decided.Letter;
import io.switchboard.gateway.journal.JournalEntry.Arrived;
import io.switchboard.gateway.journal.Position;
import io.switchboard.gateway.journal.Topics;
import io.switchboard.gateway.operations.DeliveryLedger;
import io.switchboard.gateway.operations.DeliveryLedger.Line;
import io.switchboard.gateway.operations.DeliveryLedger.State;
import io.switchboard.gateway.operations.Wordless;
import io.switchboard.gateway.tickets.ContentionException;
import io.switchboard.gateway.tickets.Fact;
import io.switchboard.gateway.tickets.Outcome;
import io.switchboard.gateway.tickets.TicketDesk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one PostgreSQL transaction of a batch. Where a single delivery spoils it, each is decided alone and that one is buried. */
@Component
class InboundTransaction {

    private static final Logger log = LoggerFactory.getLogger(InboundTransaction.class);
    private static final int TRIES = 5;

    private final TicketDesk desk;
    private final DeliveryLedger ledger;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    InboundTransaction(
            TicketDesk desk, DeliveryLedger ledger, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.desk = desk;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
    }

    Decided decide(List<Normalized> batch) {
        try {
            return persistently(batch);
        } catch (NonTransientDataAccessException
                | ContentionException
                | IllegalStateException
                | IllegalArgumentException spoiled) {
            log.atWarn()
                    .addKeyValue("size", batch.size())
                    .addKeyValue("cause", spoiled.getClass().getSimpleName())
                    .log("batch is decided one by one");
            return oneByOne(batch);
        }
    }

    private Decided oneByOne(List<Normalized> batch) {
        var events = new ArrayList<CloudEvent>();
        var letters = new ArrayList<Letter>();
        for (var normalized : batch) {
            Decided decided;
            try {
                decided = persistently(List.of(normalized));
            } catch (NonTransientDataAccessException | IllegalStateException | IllegalArgumentException poison) {
                log.atError()
                        .setCause(Wordless.of(poison))
                        .addKeyValue("delivery", normalized.entry().origin().delivery())
                        .log("delivery could not be decided");
                var reason = "could not be stored: " + poison.getClass().getSimpleName();
                decided = persistently(List.of(new Normalized.Dead(normalized.entry(), reason)));
            }
            events.addAll(decided.events());
            letters.addAll(decided.letters());
        }
        return new Decided(events, letters);
    }

    /** Tries again while another transaction is in the way. */
    private Decided persistently(List<Normalized> batch) {
        for (var attempt = 1; ; attempt++) {
            try {
                return java.util.Objects.requireNonNull(transaction.execute(status -> once(batch)));
            } catch (ContentionException | ConcurrencyFailureException inTheWay) {
                if (attempt == TRIES) {
                    throw inTheWay;
                }
                meters.counter("switchboard.flow.contention").increment();
            }
        }
    }

    private Decided once(List<Normalized> batch) {
        var facts = new ArrayList<Fact>();
        for (var normalized : batch) {
            if (normalized instanceof Normalized.Understood understood) {
                facts.addAll(understood.facts());
            }
        }
        var outcomes = desk.process(facts);
        var byEntry = new HashMap<Position, List<DeliveryLedger.Event>>();
        var events = new ArrayList<CloudEvent>();
        for (var outcome : outcomes) {
            var duplicate = outcome instanceof Outcome.Duplicate;
            if (outcome instanceof Outcome.Published published) {
                events.add(published.cloudEvent());
            }
            var type = CloudEvent.type(outcome.fact().key().kind());
            byEntry.computeIfAbsent(outcome.fact().origin().position(), absent -> new ArrayList<>())
                    .add(new DeliveryLedger.Event(outcome.event().toString(), type, duplicate));
            count(outcome.fact().connection().connector(), duplicate ? "duplicate" : "published");
        }
        var lines = new ArrayList<Line>();
        var letters = new ArrayList<Letter>();
        for (var normalized : batch) {
            note(normalized, byEntry, lines, letters);
        }
        ledger.record(lines);
        return new Decided(events, letters);
    }

    private void note(
            Normalized normalized,
            Map<Position, List<DeliveryLedger.Event>> events,
            List<Line> lines,
            List<Letter> letters) {
        var origin = normalized.entry().origin();
        switch (normalized) {
            case Normalized.Understood understood -> {
                if (understood.entry() instanceof Arrived) {
                    var state = understood.facts().isEmpty() ? State.IGNORED : State.TRANSLATED;
                    var ignored = understood.ignored().stream()
                            .map(element -> new DeliveryLedger.Ignored(element.what(), element.reason()))
                            .toList();
                    lines.add(new Line(origin, state, "", events.getOrDefault(origin.position(), List.of()), ignored));
                    ignored.forEach(element -> count(origin.connection().connector(), "ignored"));
                }
            }
            case Normalized.Invalid invalid -> {
                lines.add(new Line(origin, State.INVALID, invalid.reason(), List.of(), List.of()));
                letters.add(new Letter(Topics.INVALID, invalid.entry(), invalid.reason()));
                count(origin.connection().connector(), "invalid");
            }
            case Normalized.Dead dead -> {
                lines.add(new Line(origin, State.DEAD, dead.reason(), List.of(), List.of()));
                letters.add(new Letter(Topics.DEAD, dead.entry(), dead.reason()));
                count(origin.connection().connector(), "dead");
            }
        }
    }

    private void count(String connector, String outcome) {
        meters.counter("switchboard.events", "connector", connector, "outcome", outcome.toLowerCase(Locale.ROOT))
                .increment();
    }
}
