package io.switchboard.connector.email.content;

import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The content of a mail while it is read. Which files the HTML shows is known only at its end. */
final class ContentDraft {

    private final List<Part> parts = new ArrayList<>();
    private final List<MediaReference> attachments = new ArrayList<>();
    private final Set<String> shownByHtml = new HashSet<>();
    /** HTML whose words a text says as well. */
    private final Set<Part> repeating = Collections.newSetFromMap(new IdentityHashMap<>());

    private int alternativesFrom;
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

    /** Unless the same entry is there: many send an invitation as an alternative and as a file. */
    void add(Part.Calendar entry) {
        var isThere = parts.stream()
                .anyMatch(part -> part instanceof Part.Calendar other
                        && !entry.uid().isEmpty()
                        && other.uid().equals(entry.uid())
                        && other.method().equals(entry.method()));
        if (!isThere) {
            parts.add(entry);
        }
    }

    /** @return where the alternatives around these began, for {@link #endAlternatives} */
    int beginAlternatives() {
        var around = alternativesFrom;
        alternativesFrom = parts.size();
        return around;
    }

    /** Whether the alternatives so far have this form of words. */
    boolean hasAlternative(Class<? extends Part> form) {
        return parts.stream().skip(alternativesFrom).anyMatch(form::isInstance);
    }

    /** @return whether a text was taken out that only said to read the HTML */
    boolean endAlternatives(int around) {
        var alternatives = parts.subList(Math.min(alternativesFrom, parts.size()), parts.size());
        alternativesFrom = around;
        var text = words(alternatives, Part.Text.class);
        var html = words(alternatives, Part.Html.class);
        if (text.isBlank() || html.isBlank()) {
            return false;
        }
        if (SameWords.pointAtHtml(text, html)) {
            return alternatives.removeIf(Part.Text.class::isInstance);
        }
        alternatives.stream().filter(Part.Html.class::isInstance).forEach(repeating::add);
        return false;
    }

    private static String words(List<Part> parts, Class<? extends Part> form) {
        return parts.stream().filter(form::isInstance).map(Part::fallbackText).collect(Collectors.joining("\n"));
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
        var shown = InlineImages.inReadingOrder(parts, attachments);
        return new MailContent(shown, said(shown), attachments, opaque, htmlSource);
    }

    private List<Part> said(List<Part> shown) {
        var text = words(shown, Part.Text.class);
        return shown.stream()
                .filter(part -> !(part instanceof Part.Html html)
                        || !(repeating.contains(html) || SameWords.in(text, html.fallbackText())))
                .toList();
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
