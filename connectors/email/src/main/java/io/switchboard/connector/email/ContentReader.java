package io.switchboard.connector.email;

import io.switchboard.canonical.MediaReference;
import io.switchboard.canonical.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns the tree of a mail into what a person reads and gets, in the order of the mail. */
final class ContentReader {

    /** Longer text is cut; the whole of it is offered as a file. */
    static final int MAX_TEXT = 128 * 1024;

    private final Repairs repairs;
    private final TextReader texts;
    private final AttachmentReader files;
    private final List<Part> parts = new ArrayList<>();
    private final List<MediaReference> attachments = new ArrayList<>();
    private final Set<String> shownByHtml = new HashSet<>();
    private boolean opaque;

    ContentReader(Repairs repairs) {
        this.repairs = repairs;
        this.texts = new TextReader(repairs);
        this.files = new AttachmentReader(repairs);
    }

    /** A reader reads one mail. */
    MailContent read(Entity mail) {
        walk(mail, Place.ALONE);
        parts.removeIf(part -> part instanceof Part.Media media && isShown(attachments.get(media.attachment())));
        attachments.replaceAll(file -> isShown(file) ? inline(file) : file);
        if (parts.isEmpty()) {
            parts.add(new Part.Text(""));
        }
        return new MailContent(parts, attachments, opaque);
    }

    /** In what kind of multipart a part stands. */
    private enum Place {
        ALONE,
        AMONG_OTHERS,
        ALTERNATIVE,
        RELATED
    }

    private void walk(Entity entity, Place place) {
        if (entity.type().is("multipart", "encrypted") || isEncrypted(entity)) {
            opaque = true;
            parts.add(new Part.Unsupported(entity.type().name(), "the mail is encrypted"));
        }
        if (!entity.isMultipart()) {
            leaf(entity, place);
            return;
        }
        var inside = switch (entity.type().subtype()) {
            case "alternative" -> Place.ALTERNATIVE;
            case "related" -> Place.RELATED;
            default -> Place.AMONG_OTHERS;
        };
        for (var child : entity.children()) {
            walk(child, inside);
        }
    }

    private void leaf(Entity part, Place place) {
        switch (Reading.of(part, place == Place.ALONE)) {
            case TEXT -> text(part);
            case HTML -> html(part);
            case CALENDAR -> calendar(part, place);
            case FILE -> file(part, place);
        }
    }

    private void text(Entity part) {
        var read = texts.plain(part);
        var text = read.text();
        if (text.isBlank()) {
            return;
        }
        parts.add(new Part.Text(CleanText.limited(text, MAX_TEXT)));
        if (!read.whole() || text.length() > MAX_TEXT) {
            attachWhole(part);
        }
    }

    private void html(Entity part) {
        var read = texts.html(part);
        var html = Html.read(read.text());
        if (html.isEmpty()) {
            return;
        }
        shownByHtml.addAll(html.contentIds());
        parts.add(new Part.Html(html.markup(), CleanText.limited(html.text(), MAX_TEXT)));
        if (!read.whole() || !html.whole() || html.text().length() > MAX_TEXT) {
            attachWhole(part);
        }
    }

    private void attachWhole(Entity part) {
        repairs.cut("part " + part.path() + " is a long text and was cut, the whole is attached");
        attach(part, false);
    }

    private void calendar(Entity part, Place place) {
        parts.add(CalendarText.read(texts.plain(part).text()));
        if (place != Place.ALTERNATIVE || part.fileName().isPresent()) {
            file(part, place);
        }
    }

    /** Further renderings of a text that is there already, such as {@code text/x-amp-html}, are no files. */
    private void file(Entity part, Place place) {
        var rendering = place == Place.ALTERNATIVE
                && part.type().type().equals("text")
                && part.fileName().isEmpty();
        if (rendering && !parts.isEmpty()) {
            repairs.note("alternative " + Repairs.word(part.type().name()) + " was left out");
            return;
        }
        var attached = part.disposition().value().equals("attachment");
        var inline = part.disposition().value().equals("inline")
                || (place == Place.RELATED && part.contentId().isPresent() && !attached);
        attach(part, inline);
    }

    private void attach(Entity part, boolean inline) {
        var reference = files.read(part, inline);
        parts.add(new Part.Media(reference.kind(), attachments.size(), Optional.empty()));
        attachments.add(reference);
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

    /** S/MIME (RFC 8551 §3.2.2): what is not said to be only signed or compressed is encrypted. */
    private static boolean isEncrypted(Entity part) {
        var content = part.type().header().token("smime-type").orElse("").toLowerCase(Locale.ROOT);
        return part.type().subtype().endsWith("pkcs7-mime")
                && !content.equals("signed-data")
                && !content.equals("compressed-data");
    }
}
