package io.switchboard.canonical;

import java.util.Optional;

/**
 * What a published message points at.
 *
 * @param nativeId the platform's id of the other message
 * @param messageId absent while the other message is not known here
 * @param preview a few words of it, if the platform sent them
 */
public record MessageReference(
        ReferenceKind kind, String nativeId, Optional<MessageId> messageId, Optional<String> preview) {

    @Override
    public String toString() {
        return "MessageReference[" + kind + "]";
    }
}
