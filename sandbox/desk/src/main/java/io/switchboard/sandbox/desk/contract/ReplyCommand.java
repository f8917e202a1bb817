package io.switchboard.sandbox.desk.contract;

import java.util.List;
import java.util.Optional;

/**
 * A record of the topic {@code replies}: an agent's answer.
 *
 * @param commandId the gateway acts once per id, however often the command arrives
 * @param text the words; absent in commands made of parts
 */
public record ReplyCommand(String commandId, String threadId, Optional<String> text, List<Part> parts) {

    public static ReplyCommand ofText(String commandId, String threadId, String text) {
        return new ReplyCommand(commandId, threadId, Optional.of(text), List.of());
    }

    /** Whether it says something; other commands react to a message or mark it as read. */
    public boolean saysSomething() {
        return text.isPresent() || !parts.isEmpty();
    }

    @Override
    public String toString() {
        return "ReplyCommand[" + commandId + "]";
    }
}
