package io.switchboard.sandbox.desk.core;

import io.switchboard.sandbox.desk.contract.Attachment;
import io.switchboard.sandbox.desk.contract.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The entries of one thread in their order, the newest {@code capacity} of them. Not safe for use by many threads. */
final class Entries {

    private final int capacity;
    private final List<Entry> entries = new ArrayList<>();
    private int forgotten;

    Entries(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Changes the message with one of these names; one that was not known so far is there from now on. Entries that the names
     * prove to be one message become one.
     */
    void change(MessageNames names, Instant at, long sequence, UnaryOperator<MessageEntry> change) {
        var known = messages().filter(entry -> entry.names().meet(names)).toList();
        var joined = known.stream()
                .reduce(MessageEntry::joinedBy)
                .orElseGet(() -> MessageEntry.unknown("event-" + sequence, at, sequence, names));
        entries.removeAll(known);
        add(change.apply(joined.alsoCalled(names)));
    }

    /** Adds a reply that was asked for, unless something is known of it already. */
    boolean ask(MessageEntry asked) {
        var isNew = messages()
                .noneMatch(
                        entry -> entry.names().commandId().equals(asked.names().commandId()));
        if (isNew) {
            add(asked);
        }
        return isNew;
    }

    void change(Attachment newer) {
        entries.replaceAll(entry -> entry instanceof MessageEntry message
                        && message.words().message().filter(has(newer)).isPresent()
                ? message.with(newer)
                : entry);
    }

    void add(Entry entry) {
        var position = entries.size();
        while (position > 0 && Entry.ORDER.compare(entries.get(position - 1), entry) > 0) {
            position--;
        }
        entries.add(position, entry);
        if (entries.size() > capacity) {
            entries.removeFirst();
            forgotten++;
        }
    }

    List<Entry> newestLast() {
        return List.copyOf(entries);
    }

    Optional<Entry> newest() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }

    int forgotten() {
        return forgotten;
    }

    /** What customers said since somebody of ours last wrote, looked or closed the ticket. */
    int unanswered(long seenUntil, Instant closedAt) {
        return (int) entries.reversed().stream()
                .takeWhile(entry -> !(entry instanceof MessageEntry message && message.isOutbound()))
                .filter(entry -> entry instanceof MessageEntry message && message.isFromCustomer())
                .filter(entry -> entry.sequence() > seenUntil && entry.at().isAfter(closedAt))
                .count();
    }

    private Stream<MessageEntry> messages() {
        return entries.stream().filter(MessageEntry.class::isInstance).map(MessageEntry.class::cast);
    }

    private static Predicate<Message> has(Attachment file) {
        return message -> message.attachments().stream()
                .anyMatch(known -> known.attachmentId().equals(file.attachmentId()));
    }
}
