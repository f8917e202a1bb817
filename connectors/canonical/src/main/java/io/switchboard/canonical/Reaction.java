package io.switchboard.canonical;

import java.time.Instant;
import java.util.Optional;

/** A reaction to a message; absent {@code reaction} means it was taken back. */
public record Reaction(
        Optional<MessageId> messageId, String nativeId, MessageAuthor by, Optional<String> reaction, Instant at) {

    @Override
    public String toString() {
        return "Reaction[***]";
    }
}
