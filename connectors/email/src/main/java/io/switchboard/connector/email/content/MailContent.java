package io.switchboard.connector.email.content;

import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import java.util.List;
import java.util.Optional;

/**
 * What a mail shows.
 *
 * @param parts in reading order, never empty
 * @param attachments what media parts point at by index
 * @param opaque whether the text is encrypted
 * @param htmlSource the first HTML part as it came: what marks quotations in it does not outlive sanitising
 */
public record MailContent(
        List<Part> parts, List<MediaReference> attachments, boolean opaque, Optional<String> htmlSource) {

    public MailContent {
        parts = List.copyOf(parts);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "MailContent[" + parts.size() + " parts]";
    }
}
