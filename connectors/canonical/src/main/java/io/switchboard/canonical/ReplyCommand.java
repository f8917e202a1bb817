package io.switchboard.canonical;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the helpdesk core asks for on the topic {@code replies}: exactly one of a text, parts, a reaction or a read mark.
 *
 * @param commandId chosen by the sender, at most 200 characters; a command that comes again has no second effect
 * @param threadId the conversation to answer in, and the record's key
 * @param text a reply in plain words
 * @param parts a reply of several or richer parts; files cannot be sent yet, so media parts are not allowed
 * @param reaction a reaction to one message of the conversation
 * @param markRead tells the customer that a message was read
 * @param subject for channels that have one; otherwise the conversation's
 * @param inReplyTo the message to quote; otherwise the latest of the customer's
 */
public record ReplyCommand(
        String commandId,
        ThreadId threadId,
        Optional<String> text,
        List<Part> parts,
        Optional<React> reaction,
        Optional<MarkRead> markRead,
        Optional<String> subject,
        Optional<MessageId> inReplyTo) {

    private static final int LONGEST_ID = 200;

    public ReplyCommand {
        parts = List.copyOf(parts);
        if (commandId.isBlank() || commandId.length() > LONGEST_ID) {
            throw new IllegalArgumentException("command id is not 1 to " + LONGEST_ID + " characters");
        }
        var asks = Stream.of(text.isPresent(), !parts.isEmpty(), reaction.isPresent(), markRead.isPresent())
                .filter(present -> present)
                .count();
        if (asks != 1) {
            throw new IllegalArgumentException("a reply has " + asks + " of text, parts, reaction and markRead, not 1");
        }
        if (parts.stream().anyMatch(Part.Media.class::isInstance)) {
            throw new IllegalArgumentException("a reply cannot carry files");
        }
    }

    @Override
    public String toString() {
        return "ReplyCommand[***]";
    }

    /** @param emoji absent takes the reaction back */
    public record React(MessageId messageId, Optional<String> emoji) {

        @Override
        public String toString() {
            return "React[" + messageId + "]";
        }
    }

    /** Every message of the customer's up to this one was read. */
    public record MarkRead(MessageId messageId) {}
}
