package io.switchboard.gateway.replies;

import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ThreadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the helpdesk core asks for, on the topic {@code replies} or by {@code POST /api/replies}.
 *
 * @param commandId the core's own id of the command, 1 to 200 characters; the same again has no second effect
 * @param text shorthand for one text part
 * @param parts what to say; needed unless text, reaction or markRead is given
 * @param subject for channels that have one
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

    public ReplyCommand {
        if (commandId.isBlank() || commandId.length() > 200) {
            throw new IllegalArgumentException("commandId is not 1 to 200 characters long");
        }
        parts = allParts(text, parts);
        text = Optional.empty();
        var kinds = (parts.isEmpty() ? 0 : 1) + (reaction.isPresent() ? 1 : 0) + (markRead.isPresent() ? 1 : 0);
        if (kinds != 1) {
            throw new IllegalArgumentException(
                    kinds == 0
                            ? "a reply has text, parts, reaction or markRead; none was found"
                            : "a reply has either text and parts, or reaction, or markRead; several were found");
        }
    }

    private static List<Part> allParts(Optional<String> text, List<Part> parts) {
        var all = new ArrayList<Part>();
        text.map(Part.Text::new).ifPresent(all::add);
        all.addAll(parts);
        if (all.stream()
                .anyMatch(
                        part -> part instanceof Part.Text words && words.text().isBlank())) {
            throw new IllegalArgumentException("text is blank");
        }
        return List.copyOf(all);
    }

    /** @param emoji absent takes the reaction back */
    public record Reaction(MessageId messageId, Optional<String> emoji) {}

    /** Tells the customer that a message was read. */
    public record MarkRead(MessageId messageId) {}

    @Override
    public String toString() {
        return "ReplyCommand[" + commandId + "]";
    }
}
