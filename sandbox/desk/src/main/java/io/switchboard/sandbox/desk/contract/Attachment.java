package io.switchboard.sandbox.desk.contract;

import java.util.Optional;

/** A file of a message and how far the gateway is with fetching it. */
public record Attachment(
        String attachmentId,
        String kind,
        String state,
        Optional<String> fileName,
        Optional<String> declaredType,
        Optional<Long> size,
        Optional<String> failure) {

    @Override
    public String toString() {
        return "Attachment[" + attachmentId + ", " + state + "]";
    }
}
