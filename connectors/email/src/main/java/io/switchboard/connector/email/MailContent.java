package io.switchboard.connector.email;

import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import java.util.List;

/**
 * What a mail shows.
 *
 * @param parts in reading order, never empty
 * @param attachments what media parts point at by index
 * @param opaque whether the text is encrypted
 */
record MailContent(List<Part> parts, List<MediaReference> attachments, boolean opaque) {

    MailContent {
        parts = List.copyOf(parts);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "MailContent[" + parts.size() + " parts]";
    }
}
