package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.core.Conversation;
import io.switchboard.sandbox.desk.core.DeliveryState;
import io.switchboard.sandbox.desk.core.DeliveryStep;
import io.switchboard.sandbox.desk.core.Entry;
import io.switchboard.sandbox.desk.core.MessageEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a conversation into two lines. */
final class ThreadRows {

    private static final int PREVIEW = 140;

    private final Times times;

    ThreadRows(Times times) {
        this.times = times;
    }

    ThreadRow row(Conversation thread) {
        var last = thread.entries().isEmpty()
                ? List.<Entry>of()
                : List.of(thread.entries().getLast());
        return new ThreadRow(
                thread.threadId(),
                Look.of(thread.place()),
                Person.title(thread),
                Person.subject(thread).orElse(""),
                last.stream().map(entry -> words(thread, entry)).findFirst().orElse(""),
                last.stream().anyMatch(entry -> entry instanceof MessageEntry message && message.isOutbound()),
                times.ago(thread.lastAt()),
                thread.unanswered(),
                thread.isClosed(),
                badges(thread));
    }

    private String words(Conversation thread, Entry entry) {
        return switch (entry) {
            case MessageEntry message -> Pieces.line(said(message), PREVIEW);
            case Entry.Milestone milestone ->
                Stream.of(
                                Optional.of(Look.inWords(milestone.change().topic())),
                                milestone.change().total().map(Pieces::money),
                                Person.name(thread))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · "));
            case Entry.Notice notice -> new Notices(times).of(notice) instanceof Item.Notice shown ? shown.text() : "";
        };
    }

    private static String said(MessageEntry entry) {
        if (entry.words().takenBack()) {
            return "Message taken back";
        }
        return entry.words()
                .message()
                .map(Message::words)
                .or(() -> entry.words().command().flatMap(ReplyCommand::text))
                .orElse("A message this desk has not seen");
    }

    private static List<Badge> badges(Conversation thread) {
        var badges = new ArrayList<Badge>();
        thread.entries().reversed().stream()
                .filter(entry -> entry instanceof MessageEntry message && message.isOutbound())
                .findFirst()
                .flatMap(entry -> ((MessageEntry) entry).delivery().current())
                .flatMap(DeliveryStep::state)
                .filter(DeliveryState::needsAttention)
                .ifPresent(state -> badges.add(new Badge(
                        state == DeliveryState.UNCONFIRMED ? "not confirmed" : "not sent",
                        state == DeliveryState.UNCONFIRMED ? "warn" : "bad",
                        "The last answer needs somebody to look at it")));
        if (thread.missingEvents() > 0) {
            badges.add(new Badge("gap", "bad", "Events of this thread are missing"));
        }
        return badges;
    }
}
