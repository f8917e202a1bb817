package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one thing a WhatsApp message carries.
 *
 * @param caption words below a file
 */
record SinglePart(Part part, Optional<String> caption) {

    private static final Set<MediaKind> CAPTIONED = Set.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.FILE);

    /** @return empty when the parts do not fit into one message: nothing is left out silently */
    static Optional<SinglePart> of(List<Part> parts) {
        return switch (parts.size()) {
            case 1 -> alone(parts.getFirst());
            case 2 -> captioned(parts.get(0), parts.get(1)).or(() -> captioned(parts.get(1), parts.get(0)));
            default -> Optional.empty();
        };
    }

    private static Optional<SinglePart> alone(Part part) {
        if (!(part instanceof Part.Media media)) {
            return Optional.of(new SinglePart(part, Optional.empty()));
        }
        return media.caption().isPresent() && !CAPTIONED.contains(media.media())
                ? Optional.empty()
                : Optional.of(new SinglePart(media, media.caption()));
    }

    private static Optional<SinglePart> captioned(Part words, Part file) {
        return words instanceof Part.Text text
                        && file instanceof Part.Media media
                        && media.caption().isEmpty()
                        && CAPTIONED.contains(media.media())
                ? Optional.of(new SinglePart(media, Optional.of(text.text())))
                : Optional.empty();
    }
}
