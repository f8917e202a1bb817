package io.switchboard.connector.email.tnef;

import java.util.Optional;

/**
 * A file within a message.
 *
 * @param mediaType as declared, such as {@code image/png}
 * @param contentId by which the text shows it
 * @param content its bytes; empty where they are missing or the file is a message of its own
 * @param message the enclosed message
 */
public record TnefFile(
        Optional<String> name,
        Optional<String> mediaType,
        Optional<String> contentId,
        Optional<TnefRange> content,
        Optional<TnefMessage> message) {
    @Override
    public String toString() {
        return "TnefFile[***]";
    }
}
