package io.switchboard.connector.email;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.Part;
import io.switchboard.connector.OutboundMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * An answer in the terms of mail.
 *
 * @param plain always there when there is anything to read
 * @param html the same for who shows it; empty when the answer is plain
 */
record ReplyContent(String plain, String html, List<OutboundMessage.File> files) {

    ReplyContent {
        files = List.copyOf(files);
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
        var attached = media.stream().map(part -> files.get(part.attachment())).toList();
        var captions = media.stream().flatMap(part -> part.caption().stream()).toList();
        var content = new ReplyContent(plain(reply, captions), html(reply, captions), attached);
        var empty = content.plain().isBlank() && content.html().isBlank() && attached.isEmpty();
        return empty ? new Verdict.Unsendable("the reply is empty") : new Verdict.Sendable(content);
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

    /** Text beside HTML is its plain twin; where there is none, the HTML's own fallback is. */
    private static String plain(OutboundMessage.Reply reply, List<String> captions) {
        var texts = joined(parts(reply, Part.Text.class), Part.Text::text, "\n\n");
        var words = texts.isBlank() ? joined(parts(reply, Part.Html.class), Part.Html::fallbackText, "\n\n") : texts;
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
