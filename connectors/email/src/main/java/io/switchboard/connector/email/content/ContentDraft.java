package io.switchboard.connector.email.content;

import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The content of a mail while it is read. Which files the HTML shows is known only at its end. */
final class ContentDraft {

    private final List<Part> parts = new ArrayList<>();
    private final List<MediaReference> attachments = new ArrayList<>();
    private final Set<String> shownByHtml = new HashSet<>();
    private Optional<String> htmlSource = Optional.empty();
    private boolean opaque;

    void add(Part part) {
        parts.add(part);
    }

    /**
     * @param contentIds of the pictures it shows
     * @param source as it came
     */
    void add(Part.Html html, Collection<String> contentIds, String source) {
        shownByHtml.addAll(contentIds);
        htmlSource = htmlSource.or(() -> Optional.of(source));
        parts.add(html);
    }

    void addOpaque(String type) {
        opaque = true;
        parts.add(new Part.Unsupported(type, "the mail is encrypted"));
    }

    void attach(MediaReference file) {
        parts.add(new Part.Media(file.kind(), attachments.size(), Optional.empty()));
        attachments.add(file);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean saysSomething() {
        return parts.stream().anyMatch(part -> !(part instanceof Part.Media));
    }

    /** What is there so far, which is taken out. */
    List<Part> takeParts() {
        var taken = List.copyOf(parts);
        parts.clear();
        return taken;
    }

    List<String> texts() {
        return parts.stream()
                .filter(part -> part instanceof Part.Text || part instanceof Part.Html)
                .map(Part::fallbackText)
                .toList();
    }

    MailContent finished() {
        parts.removeIf(part -> part instanceof Part.Media media && isShown(attachments.get(media.attachment())));
        attachments.replaceAll(file -> isShown(file) ? inline(file) : file);
        if (parts.isEmpty()) {
            parts.add(new Part.Text(""));
        }
        return new MailContent(InlineImages.inReadingOrder(parts, attachments), attachments, opaque, htmlSource);
    }

    private boolean isShown(MediaReference file) {
        return file.contentId().filter(shownByHtml::contains).isPresent();
    }

    private static MediaReference inline(MediaReference file) {
        return new MediaReference(
                file.kind(),
                file.providerMediaId(),
                file.fileName(),
                file.declaredType(),
                file.size(),
                file.sha256(),
                true,
                file.contentId());
    }
}
