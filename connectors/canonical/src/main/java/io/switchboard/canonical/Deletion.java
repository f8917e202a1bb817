package io.switchboard.canonical;

import java.time.Instant;
import java.util.Optional;

/**
 * A message was taken back by its author.
 *
 * @param messageId absent while the message is not known here
 * @param nativeId the platform's id of the message taken back
 */
public record Deletion(Optional<MessageId> messageId, String nativeId, MessageAuthor by, Instant at) {

    @Override
    public String toString() {
        return "Deletion[***]";
    }
}
