package io.switchboard.canonical;

import java.time.Instant;
import java.util.Optional;

/**
 * A reaction to a message; absent {@code reaction} means it was taken back.
 *
 * @param messageId absent while the message is not known here
 * @param nativeId the platform's id of the message reacted to
 * @param reaction emoji or the platform's word
 */
public record Reaction(
        Optional<MessageId> messageId, String nativeId, MessageAuthor by, Optional<String> reaction, Instant at) {

    @Override
    public String toString() {
        return "Reaction[***]";
    }
}
