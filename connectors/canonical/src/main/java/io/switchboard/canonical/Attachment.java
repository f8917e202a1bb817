package io.switchboard.canonical;

import java.util.Optional;

/**
 * A file of a published message.
 *
 * @param failure why the file is not stored, if it is not and will not be
 * @param storageReference where the stored bytes are, readable by {@code GET /api/attachments/{attachmentId}}
 */
public record Attachment(
        AttachmentId attachmentId,
        MediaKind kind,
        AttachmentState state,
        Optional<String> fileName,
        Optional<String> declaredType,
        Optional<Long> size,
        Optional<String> sha256,
        boolean inline,
        Optional<String> contentId,
        Optional<String> failure,
        Optional<String> storageReference) {

    /** The attachment as first published: announced, not fetched. */
    public static Attachment pending(AttachmentId id, MediaReference announced) {
        return new Attachment(
                id,
                announced.kind(),
                AttachmentState.PENDING,
                announced.fileName(),
                announced.declaredType(),
                announced.size(),
                announced.sha256(),
                announced.inline(),
                announced.contentId(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "Attachment[" + attachmentId + ", " + state + "]";
    }
}
