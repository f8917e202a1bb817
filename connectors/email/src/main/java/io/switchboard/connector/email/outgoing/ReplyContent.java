package io.switchboard.connector.email.outgoing;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.Part;
import io.switchboard.connector.OutboundMessage;
import io.switchboard.connector.email.content.Html;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * An answer in the terms of mail.
 *
 * @param plain always there when there is anything to read
 * @param html the same for who shows it; empty when the answer is plain
 * @param inline files that the HTML shows by their content ids
 * @param attached files that stand beside the words
 */
record ReplyContent(String plain, String html, List<OutboundMessage.File> inline, List<OutboundMessage.File> attached) {

    /** What may stand in a Content-ID field and be named by a {@code cid:} address (RFC 2392). */
    private static final Pattern CONTENT_ID = Pattern.compile("[!-~&&[^<>\"()\\\\]]{1,200}");

    ReplyContent {
        inline = List.copyOf(inline);
        attached = List.copyOf(attached);
    }

    /** Whether an answer can be a mail. */
    sealed interface Verdict {
        record Sendable(ReplyContent content) implements Verdict {}

        /** @param reason what of it cannot be sent as mail */
        record Unsendable(String reason) implements Verdict {}
    }

    static Verdict read(OutboundMessage.Reply reply, List<OutboundMessage.File> files) {
        var objection = reply.parts().stream()
                .flatMap(part -> objection(part, files.size()).stream())
                .findFirst();
        if (objection.isPresent()) {
            return new Verdict.Unsendable(objection.get());
        }
        var media = parts(reply, Part.Media.class);
        var captions = media.stream().flatMap(part -> part.caption().stream()).toList();
        var html = html(reply, captions);
        var inline = shown(html, files);
        var attached = media.stream()
                .map(part -> files.get(part.attachment()))
                .filter(file -> !inline.contains(file))
                .toList();
        var content = new ReplyContent(plain(reply, html, captions), html, inline, attached);
        var empty = content.plain().isBlank() && content.html().isBlank() && attached.isEmpty();
        return empty ? new Verdict.Unsendable("the reply is empty") : new Verdict.Sendable(content);
    }

    /** Of several files with one id the first is shown, as mail programs do; the others stay attachments. */
    private static List<OutboundMessage.File> shown(String html, List<OutboundMessage.File> files) {
        if (html.isBlank()) {
            return List.of();
        }
        var missing = new HashSet<>(Html.read(html).contentIds());
        return files.stream()
                .filter(file -> file.contentId()
                        .filter(id -> CONTENT_ID.matcher(id).matches() && missing.remove(id))
                        .isPresent())
                .toList();
    }

    private static Optional<String> objection(Part part, int files) {
        return switch (part) {
            case Part.Text _, Part.Html _ -> Optional.empty();
            case Part.Media media when media.media() == MediaKind.STICKER -> Optional.of("e-mail has no stickers");
            case Part.Media media
            when media.attachment() >= files ->
                Optional.of("the reply names file " + media.attachment() + " of " + files);
            case Part.Media _ -> Optional.empty();
            case Part.Location _,
                    Part.ContactCard _,
                    Part.Product _,
                    Part.Order _,
                    Part.Template _,
                    Part.Interactive _,
                    Part.Postback _,
                    Part.FormResponse _,
                    Part.Calendar _,
                    Part.SystemNotice _,
                    Part.Unsupported _ ->
                Optional.of("e-mail cannot say " + part.getClass().getSimpleName());
        };
    }

    /** Text beside HTML is its plain twin; where there is none, the HTML's own fallback is, and else what the HTML says. */
    private static String plain(OutboundMessage.Reply reply, String html, List<String> captions) {
        var written = joined(parts(reply, Part.Text.class), Part.Text::text, "\n\n");
        var words =
                written.isBlank() ? joined(parts(reply, Part.Html.class), Part.Html::fallbackText, "\n\n") : written;
        if (words.isBlank() && !html.isBlank()) {
            return Html.read(html).text();
        }
        return (words.strip() + "\n\n" + String.join("\n\n", captions)).strip();
    }

    private static String html(OutboundMessage.Reply reply, List<String> captions) {
        var markup = joined(parts(reply, Part.Html.class), Part.Html::html, "\n");
        return markup.isBlank()
                ? ""
                : markup + joined(captions, caption -> "<p>" + Entities.escape(caption) + "</p>", "");
    }

    private static <P extends Part> List<P> parts(OutboundMessage.Reply reply, Class<P> kind) {
        return reply.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> String joined(List<T> pieces, Function<T, String> text, String separator) {
        return pieces.stream().map(text).collect(Collectors.joining(separator));
    }

    @Override
    public String toString() {
        return "ReplyContent[***]";
    }
}
