package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Body;
import io.switchboard.sandbox.desk.contract.Capability;
import io.switchboard.sandbox.desk.contract.Commerce;
import io.switchboard.sandbox.desk.contract.Customer;
import io.switchboard.sandbox.desk.contract.Event;
import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.Outbound;
import io.switchboard.sandbox.desk.contract.Reaction;
import io.switchboard.sandbox.desk.contract.Receipt;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.contract.TicketsRecord;
import io.switchboard.sandbox.desk.contract.UnreadableRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the desk remembers of one thread, fed event by event. Not safe for use by many threads. */
final class ThreadLog {

    private static final Body.ThreadPlace NOWHERE = new Body.ThreadPlace("", "", "", "");

    private final String threadId;
    private final Entries entries;
    private final RecentIds seen;
    private final SequenceCheck sequence;
    private final TicketStates tickets = new TicketStates();
    private Body.ThreadPlace place = NOWHERE;
    private @Nullable Customer customer;
    private @Nullable Capability capability;
    private @Nullable Instant firstHeard;
    private long seenUntil;

    ThreadLog(String threadId, int capacity, boolean startsAtFirst) {
        this.threadId = threadId;
        this.entries = new Entries(capacity);
        this.seen = new RecentIds(capacity);
        this.sequence = new SequenceCheck(startsAtFirst);
    }

    /** Whether anything changed: nothing does on the second arrival of an event. */
    boolean apply(TicketsRecord arrived) {
        return switch (arrived) {
            case Event event -> seen.add(event.id()) && changedBy(event);
            case UnreadableRecord unreadable -> seen.add(unreadable.place()) && changedBy(unreadable);
        };
    }

    /** Whether anything changed: nothing does when the gateway has spoken of the command already. */
    boolean asked(ReplyCommand command, Instant at) {
        return command.saysSomething() && entries.ask(MessageEntry.asked(command, at));
    }

    boolean ticketSaid(String ticketId, boolean closed, Instant at) {
        tickets.said(ticketId, closed, at);
        return true;
    }

    boolean looked() {
        var news = seenUntil < sequence.highest();
        seenUntil = sequence.highest();
        return news;
    }

    /** Empty while only a reply or a ticket state was heard of it: there is nothing to show yet. */
    Optional<Conversation> snapshot() {
        return Optional.ofNullable(firstHeard).map(heard -> {
            var episode = tickets.current();
            var closedAt = episode.filter(Episode::closed).map(Episode::since).orElse(Instant.MIN);
            return new Conversation(
                    threadId,
                    place,
                    Optional.ofNullable(customer),
                    episode,
                    Optional.ofNullable(capability),
                    entries.newestLast(),
                    entries.forgotten(),
                    entries.unanswered(seenUntil, closedAt),
                    sequence.missing(),
                    entries.newest().map(Entry::at).orElse(heard));
        });
    }

    private boolean changedBy(UnreadableRecord unreadable) {
        heard(unreadable.at());
        entries.add(new Entry.Notice("unreadable-" + unreadable.place(), unreadable.at(), 0, unreadable));
        return true;
    }

    private boolean changedBy(Event event) {
        heard(event.time());
        sequence.saw(event.sequence());
        var body = event.body();
        place = body.thread().orElse(place);
        customer = body.customer().orElse(customer);
        capability = body.replyCapability().orElse(capability);
        body.ticket().ifPresent(ticket -> tickets.proposed(ticket, recordedAt(event)));
        if (!toldOfMessage(event)) {
            entries.add(body.commerce()
                    .map(change -> milestone(event, change))
                    .orElseGet(() -> new Entry.Notice(key(event), event.time(), event.sequence(), event)));
        }
        return true;
    }

    /** Whether the event is about a message and says about which. */
    private boolean toldOfMessage(Event event) {
        var body = event.body();
        return switch (event.kind()) {
            case "message.received", "message.sent_elsewhere", "message.edited", "message.enriched" ->
                body.message().map(message -> said(event, message)).orElse(false);
            case "message.deleted" -> tookBack(event);
            case "outbound.result" ->
                body.outbound().map(outbound -> answered(event, outbound)).orElse(false);
            case "receipt.changed" ->
                body.receipt().map(receipt -> confirmed(event, receipt)).orElse(false);
            case "reaction.changed" ->
                body.reaction().map(reaction -> reacted(event, reaction)).orElse(false);
            case "attachment.updated" ->
                body.attachment()
                        .map(attachment -> {
                            entries.change(attachment);
                            return true;
                        })
                        .orElse(false);
            default -> false;
        };
    }

    private boolean said(Event event, Message message) {
        entries.change(
                MessageNames.of(message), event.time(), event.sequence(), entry -> entry.with(message, event.time()));
        return true;
    }

    private boolean tookBack(Event event) {
        var body = event.body();
        var names = body.deletion()
                .map(deletion -> new MessageNames(deletion.messageId(), deletion.nativeId(), Optional.empty()))
                .or(() -> body.message().map(MessageNames::of));
        return names.map(of -> told(event, of, MessageEntry::takenBack)).orElse(false);
    }

    private boolean answered(Event event, Outbound outbound) {
        var message = event.body().message();
        var names = message.map(MessageNames::of)
                .orElseGet(() -> MessageNames.ofCommand(outbound.commandId()))
                .askedBy(outbound.commandId());
        entries.change(names, event.time(), event.sequence(), entry -> {
            var worded = message.map(said -> entry.with(said, event.time())).orElse(entry);
            return worded.with(DeliveryStep.of(outbound, event.time()));
        });
        return true;
    }

    private boolean confirmed(Event event, Receipt receipt) {
        var names = new MessageNames(receipt.messageId(), receipt.nativeId(), Optional.empty());
        return told(event, names, entry -> entry.with(receipt, event.time()));
    }

    private boolean reacted(Event event, Reaction reaction) {
        var names = new MessageNames(reaction.messageId(), reaction.nativeId(), Optional.empty());
        return told(event, names, entry -> entry.with(reaction));
    }

    private boolean told(Event event, MessageNames names, UnaryOperator<MessageEntry> change) {
        if (names.isAnonymous()) {
            return false;
        }
        entries.change(names, event.time(), event.sequence(), change);
        return true;
    }

    private void heard(Instant at) {
        firstHeard = firstHeard == null ? at : firstHeard;
    }

    private static Entry milestone(Event event, Commerce change) {
        return new Entry.Milestone(key(event), event.time(), event.sequence(), change);
    }

    private static Instant recordedAt(Event event) {
        return event.body().message().flatMap(Message::recordedAt).orElse(event.time());
    }

    private static String key(Event event) {
        return "event-" + event.sequence();
    }
}
