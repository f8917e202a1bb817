package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.core.Entry;
import io.switchboard.sandbox.desk.core.MessageEntry;
import java.util.List;
import java.util.Optional;

/** What a message answers: from the conversation itself, or else the few words the platform sent along. */
final class Quotes {

    private static final int QUOTED = 160;
    private static final String UNSEEN = "A message this desk has not seen";

    private final List<Entry> entries;

    /** @param entries all entries of the conversation */
    Quotes(List<Entry> entries) {
        this.entries = entries;
    }

    Item.Quote of(Message.Reference reference) {
        var target = target(reference);
        var words = target.flatMap(Quotes::words)
                .or(reference::preview)
                .filter(text -> !text.isBlank())
                .orElse(UNSEEN);
        var label = switch (reference.kind()) {
            case "story" -> "About a story";
            case "quote" -> "Quoting";
            case "comment_parent" -> "Below a comment";
            default -> target.filter(MessageEntry::isOutbound).isPresent() ? "Answer to you" : "Answer to";
        };
        return new Item.Quote(label, Pieces.line(words, QUOTED), target.map(MessageEntry::key));
    }

    private Optional<MessageEntry> target(Message.Reference reference) {
        return entries.stream()
                .filter(MessageEntry.class::isInstance)
                .map(MessageEntry.class::cast)
                .filter(entry -> entry.isCalled(reference.messageId(), reference.nativeId()))
                .findFirst();
    }

    /** The words of a message, as far as they are known and not taken back. */
    static Optional<String> words(MessageEntry entry) {
        return entry.words().takenBack()
                ? Optional.empty()
                : entry.words()
                        .message()
                        .map(Message::words)
                        .or(() -> entry.words().command().flatMap(ReplyCommand::text));
    }
}
