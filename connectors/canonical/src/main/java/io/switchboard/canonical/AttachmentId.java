package io.switchboard.canonical;

import java.util.UUID;

/** One file of one message. */
public record AttachmentId(UUID value) {

    /** @param index position among the message's attachments, from 0 */
    public static AttachmentId of(MessageId message, int index) {
        return new AttachmentId(NameBasedUuid.of("attachment", message.toString(), Integer.toString(index)));
    }

    public static AttachmentId parse(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
