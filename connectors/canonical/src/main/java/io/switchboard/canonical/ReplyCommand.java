package io.switchboard.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the helpdesk core asks for on the topic {@code replies} or by {@code POST /api/replies}: text and parts, or a reaction, or a
 * read mark.
 *
 * @param commandId the core's own id of the command, 1 to 200 characters, none a control character; the same again has no second effect
 * @param threadId the conversation to answer in, and the record's key
 * @param text shorthand for one text part before all others; reads as that part
 * @param parts what to say; media parts are refused, because a command carries no files
 * @param subject for channels that have one; otherwise the conversation's
 * @param inReplyTo the message to quote, where the channel can
 */
public record ReplyCommand(
        String commandId,
        ThreadId threadId,
        Optional<String> text,
        List<Part> parts,
        Optional<String> subject,
        Optional<MessageId> inReplyTo,
        Optional<Reaction> reaction,
        Optional<MarkRead> markRead) {

    private static final int LONGEST_ID = 200;

    public ReplyCommand {
        if (commandId.isBlank() || commandId.length() > LONGEST_ID) {
            throw new IllegalArgumentException("commandId is not 1 to " + LONGEST_ID + " characters long");
        }
        if (commandId.codePoints().anyMatch(ReplyCommand::cannotBeStored)) {
            throw new IllegalArgumentException("commandId has a control character or half a character");
        }
        parts = allParts(text, parts);
        text = Optional.empty();
        var asks = (parts.isEmpty() ? 0 : 1) + (reaction.isPresent() ? 1 : 0) + (markRead.isPresent() ? 1 : 0);
        if (asks != 1) {
            throw new IllegalArgumentException(
                    "a reply has text and parts, or reaction, or markRead; " + asks + " of them were found");
        }
    }

    private static boolean cannotBeStored(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static List<Part> allParts(Optional<String> text, List<Part> parts) {
        var all = new ArrayList<Part>();
        text.map(Part.Text::new).ifPresent(all::add);
        all.addAll(parts);
        for (var part : all) {
            if (part instanceof Part.Media) {
                throw new IllegalArgumentException("a media part has no file to point at");
            }
            if (part instanceof Part.Text words && words.text().isBlank()) {
                throw new IllegalArgumentException("text is blank");
            }
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "ReplyCommand[" + commandId + "]";
    }

    /**
     * A reaction of the merchant to one message.
     *
     * @param messageId the message reacted to
     * @param emoji absent takes the reaction back
     */
    public record Reaction(MessageId messageId, Optional<String> emoji) {

        @Override
        public String toString() {
            return "Reaction[" + messageId + "]";
        }
    }

    /**
     * Tells the customer that a message was read.
     *
     * @param messageId the message that was read
     */
    public record MarkRead(MessageId messageId) {}
}
