package io.switchboard.canonical;

import java.util.Optional;

/**
 * What a published message points at.
 *
 * @param messageId absent while the other message is not known here
 */
public record MessageReference(
        ReferenceKind kind, String nativeId, Optional<MessageId> messageId, Optional<String> preview) {

    @Override
    public String toString() {
        return "MessageReference[" + kind + "]";
    }
}
