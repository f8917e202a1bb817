package io.switchboard.connector.email.content;

import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import java.util.List;
import java.util.Optional;

/**
 * What a mail shows.
 *
 * @param parts in reading order, never empty
 * @param said the parts that say something which no other says: of a text and its HTML the text
 * @param attachments what media parts point at by index
 * @param opaque whether the text is encrypted
 * @param htmlSource the first HTML part as it came: what marks quotations in it does not outlive sanitising
 */
public record MailContent(
        List<Part> parts,
        List<Part> said,
        List<MediaReference> attachments,
        boolean opaque,
        Optional<String> htmlSource) {

    public MailContent {
        parts = List.copyOf(parts);
        said = List.copyOf(said);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "MailContent[" + parts.size() + " parts]";
    }
}
