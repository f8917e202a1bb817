package io.switchboard.sandbox.desk.page;

import io.switchboard.sandbox.desk.contract.Body;
import io.switchboard.sandbox.desk.contract.Message;
import io.switchboard.sandbox.desk.contract.Part;
import io.switchboard.sandbox.desk.contract.Reaction;
import io.switchboard.sandbox.desk.contract.ReplyCommand;
import io.switchboard.sandbox.desk.core.Entry;
import io.switchboard.sandbox.desk.core.MessageEntry;
import io.switchboard.sandbox.desk.page.Piece.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the messages of one conversation into bubbles. */
final class Bubbles {

    private final Look look;
    private final Quotes quotes;
    private final Times times;

    /** @param entries all entries of the conversation, among which a quoted message is looked for */
    Bubbles(Look look, List<Entry> entries, Times times) {
        this.look = look;
        this.quotes = new Quotes(entries);
        this.times = times;
    }

    /** @param subjectAbove the subject that stands above already, so that only a change of it is shown */
    Item of(MessageEntry entry, String subjectAbove) {
        var message = entry.words().message();
        if (isNotice(entry)) {
            return notice(entry);
        }
        var subject = message.flatMap(Message::subject).orElse("");
        var delivery = Optional.of(entry)
                .filter(MessageEntry::isOutbound)
                .flatMap(ours -> DeliveryView.of(ours.delivery(), times));
        return new Item.Bubble(
                entry.key(),
                entry.isOutbound(),
                author(entry),
                subject.equals(subjectAbove) ? "" : subject,
                message.flatMap(Message::inReplyTo).map(quotes::of),
                entry.words().takenBack() ? List.of() : pieces(entry),
                gone(entry),
                entry.words().takenBack() ? List.of() : entry.words().earlier(),
                MessageBadges.of(entry.words()),
                entry.reactions().stream().map(Bubbles::mark).toList(),
                times.clockTime(entry.at()),
                delivery,
                delivery.filter(DeliveryView::needsAttention).isPresent()
                        ? Quotes.words(entry).orElse("")
                        : "",
                message.map(this::origin));
    }

    /** What the platform says about a conversation, and what was said about a message nobody has seen. */
    private static boolean isNotice(MessageEntry entry) {
        return entry.words().areUnknown()
                || entry.words().message().filter(Bubbles::isFromPlatform).isPresent();
    }

    private static boolean isFromPlatform(Message message) {
        return !message.content().isEmpty() && message.content().stream().allMatch(Part.SystemNotice.class::isInstance);
    }

    private Item notice(MessageEntry entry) {
        var at = times.clockTime(entry.at());
        return entry.words()
                .message()
                .map(said -> new Item.Notice(entry.key(), said.textPlain(), "", at))
                .orElseGet(() -> new Item.Notice(entry.key(), unseen(entry), "Sent or kept outside this desk", at));
    }

    private String unseen(MessageEntry entry) {
        return DeliveryView.of(entry.delivery(), times)
                .map(delivery -> "A message this desk has not seen: " + delivery.label())
                .orElse(
                        entry.words().takenBack()
                                ? "A message this desk has not seen was taken back"
                                : "A reaction to a message this desk has not seen");
    }

    private static String author(MessageEntry entry) {
        if (!entry.isOutbound()) {
            return "";
        }
        return entry.words()
                .message()
                .flatMap(Message::author)
                .map(Bubbles::role)
                .orElse("You");
    }

    private static String role(Message.Author author) {
        return switch (author.kind()) {
            case "agent" -> author.displayName().orElse("You");
            case "bot" -> author.displayName().orElse("Bot");
            case "rule" -> "Rule";
            case "business_native_app" -> "In the platform's own app";
            case "other_app" -> author.displayName().orElse("Another app");
            case "system" -> "System";
            default -> author.displayName().orElse(Look.inWords(author.kind()));
        };
    }

    private static List<Piece> pieces(MessageEntry entry) {
        return entry.words()
                .message()
                .map(Pieces::of)
                .or(() -> entry.words().command().map(Bubbles::asked))
                .orElse(List.of());
    }

    private static List<Piece> asked(ReplyCommand command) {
        return List.of(Pieces.prose(command.text().orElse("A reply made of parts")));
    }

    private static String gone(MessageEntry entry) {
        if (!entry.words().takenBack()) {
            return "";
        }
        return entry.isOutbound() ? "This message was taken back." : "The customer took this message back.";
    }

    private static Item.Mark mark(Reaction reaction) {
        var by = reaction.by().flatMap(Message.Author::displayName).orElse("");
        return new Item.Mark(reaction.reaction().orElse(""), by);
    }

    private Item.Origin origin(Message message) {
        var facts = new ArrayList<Fact>();
        message.threadMatch().ifPresent(match -> facts.add(new Fact("Thread", MatchWords.of(match))));
        facts.add(new Fact("Channel", look.name()));
        message.receivedAt()
                .ifPresent(
                        at -> facts.add(new Fact("Received", times.clockTime(at).exact())));
        var recipients = message.recipients().stream()
                .map(to -> to.role() + ": " + to.name().or(to::address).orElse("?"))
                .toList();
        if (!recipients.isEmpty()) {
            facts.add(new Fact("Addressed", String.join(", ", recipients)));
        }
        var ids = new ArrayList<Fact>();
        message.messageId().ifPresent(id -> ids.add(new Fact("Message", id)));
        message.nativeId().ifPresent(id -> ids.add(new Fact("Platform's id", id)));
        return new Item.Origin(facts, ids, message.rawRef().map(Body.RawReference::id));
    }
}
