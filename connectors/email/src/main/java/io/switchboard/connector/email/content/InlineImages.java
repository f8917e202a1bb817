package io.switchboard.connector.email.content;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts pictures where the plain text says they stand: Gmail writes {@code [image: name]} and Outlook {@code [cid:id]} in their place. Where a
 * mail has HTML, that shows them itself.
 */
final class InlineImages {

    private static final int MAX_IMAGES = 100;

    private InlineImages() {}

    static List<Part> inReadingOrder(List<Part> parts, List<MediaReference> attachments) {
        var ordered = new ArrayList<>(parts);
        parts.stream()
                .filter(part -> part instanceof Part.Media media && media.media() == MediaKind.IMAGE)
                .map(Part.Media.class::cast)
                .limit(MAX_IMAGES)
                .forEach(image -> move(ordered, image, attachments.get(image.attachment())));
        return ordered;
    }

    private static void move(List<Part> parts, Part.Media image, MediaReference file) {
        for (var mark : marks(file).toList()) {
            if (moved(parts, image, mark)) {
                return;
            }
        }
    }

    private static Stream<String> marks(MediaReference image) {
        return Stream.of(
                        image.fileName().map(name -> "[image: " + name + "]"),
                        image.contentId().map(id -> "[cid:" + id + "]"))
                .flatMap(Optional::stream);
    }

    private static boolean moved(List<Part> parts, Part.Media image, String mark) {
        for (var i = 0; i < parts.size(); i++) {
            var at = parts.get(i) instanceof Part.Text words ? words.text().indexOf(mark) : -1;
            if (at >= 0) {
                var text = ((Part.Text) parts.get(i)).text();
                var pieces = new ArrayList<Part>();
                addUnlessBlank(pieces, text.substring(0, at));
                pieces.add(image);
                addUnlessBlank(pieces, text.substring(at + mark.length()));
                parts.remove(image);
                var place = place(parts, text);
                parts.remove(place);
                parts.addAll(place, pieces);
                return true;
            }
        }
        return false;
    }

    private static int place(List<Part> parts, String text) {
        return parts.indexOf(new Part.Text(text));
    }

    private static void addUnlessBlank(List<Part> pieces, String text) {
        if (!text.isBlank()) {
            pieces.add(new Part.Text(text.strip()));
        }
    }
}
