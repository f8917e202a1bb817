package io.switchboard.sandbox.desk.contract;

import java.util.Optional;

/** A reaction to a message; without {@code reaction} it was taken back. */
public record Reaction(
        Optional<String> messageId,
        Optional<String> nativeId,
        Optional<Message.Author> by,
        Optional<String> reaction) {}
