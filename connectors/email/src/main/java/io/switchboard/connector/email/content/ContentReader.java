package io.switchboard.connector.email.content;

import io.switchboard.canonical.Part;
import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.TnefPart;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the tree of a mail into what a person reads and gets, in the order of the mail. */
public final class ContentReader {
    /** Longer text is cut; the whole of it is offered as a file. */
    public static final int MAX_TEXT = 128 * 1024;

    private static final Set<String> NEVER_SHOWN = Set.of("x-amp-html", "watch-html");

    private final Repairs repairs;
    private final TextReader texts;
    private final AttachmentReader files;
    private final ContentDraft draft = new ContentDraft();

    public ContentReader(Repairs repairs) {
        this.repairs = repairs;
        this.texts = new TextReader(repairs);
        this.files = new AttachmentReader(repairs);
    }

    /** A reader reads one mail. */
    public MailContent read(Entity mail) {
        walk(mail, Place.ALONE);
        if (!draft.saysSomething()) {
            lastWords(mail);
        }
        return draft.finished();
    }

    /** Only the texts of a mail that stands in another. */
    List<String> readTexts(Entity mail) {
        walk(mail, Place.ALONE);
        return draft.texts();
    }

    /** In what kind of multipart a part stands. */
    private enum Place {
        ALONE,
        AMONG_OTHERS,
        ALTERNATIVE,
        RELATED
    }

    /** A mail that says nothing by itself says what is in it: Outlook's message, a text with a name, an attached mail. */
    private void lastWords(Entity mail) {
        var said = draft.takeParts();
        mail.all().filter(TnefPart::isText).forEach(part -> words(part, Reading.of(part, true)));
        if (draft.isEmpty()) {
            mail.all().filter(ContentReader::isNamedText).limit(1).forEach(part -> words(part, Reading.of(part, true)));
        }
        if (draft.isEmpty()) {
            EnclosedMail.texts(mail).forEach(text -> draft.add(new Part.Text(text)));
        }
        said.forEach(draft::add);
    }

    private static boolean isNamedText(Entity part) {
        return part.enclosed().isEmpty()
                && (part.type().is("text", "plain") || part.type().is("text", "html"))
                && !part.disposition().value().equals("attachment");
    }

    private void walk(Entity entity, Place place) {
        if (entity.type().is("multipart", "encrypted") || entity.type().isEncryptedMail()) {
            draft.addOpaque(entity.type().name());
        }
        if (entity.type().is("multipart", "signed")) {
            repairs.note("the signature of the mail was not checked");
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
        if (inside == Place.ALTERNATIVE) {
            alternatives(entity);
            return;
        }
        for (var child : entity.children()) {
            walk(child, inside);
        }
    }

    private void alternatives(Entity entity) {
        var around = draft.beginAlternatives();
        for (var child : entity.children()) {
            walk(child, Place.ALTERNATIVE);
        }
        if (draft.endAlternatives(around)) {
            repairs.note("a text that only says to read the HTML was left out");
        }
    }

    private void leaf(Entity part, Place place) {
        if (part.enclosed().isEmpty()) {
            single(part, place);
            return;
        }
        for (var found : part.enclosed()) {
            if (found.path().equals(part.path())) {
                file(found, place);
            } else if (!TnefPart.isText(found)) {
                walk(found, TnefPart.is(part) ? Place.RELATED : Place.AMONG_OTHERS);
            }
        }
    }

    private void single(Entity part, Place place) {
        var reading = Reading.of(part, place == Place.ALONE || isFirstRendering(part, place));
        switch (reading) {
            case TEXT, HTML, ENRICHED, RTF -> words(part, reading);
            case CALENDAR -> calendar(part, place);
            case CARD -> card(part, place);
            case POINTER -> draft.add(new Part.Text(ExternalBody.describe(part)));
            case FILE -> file(part, place);
        }
    }

    /** In alternatives a name does not make a file of the text, and none of the HTML. */
    private boolean isFirstRendering(Entity part, Place place) {
        return place == Place.ALTERNATIVE
                && ((part.type().is("text", "plain") && !draft.hasAlternative(Part.Text.class))
                        || (part.type().is("text", "html") && !draft.hasAlternative(Part.Html.class)));
    }

    private void words(Entity part, Reading reading) {
        switch (reading) {
            case TEXT -> {
                var read = texts.plain(part);
                if (Html.isDocument(read.text())) {
                    repairs.note("part " + part.path() + " says it is text and is HTML");
                    html(part, texts.html(part));
                } else {
                    text(part, read);
                }
            }
            case HTML -> html(part, texts.html(part));
            case ENRICHED -> enriched(part);
            case RTF -> rtf(part);
            case CALENDAR, CARD, POINTER, FILE -> {}
        }
    }

    private void text(Entity part, TextReader.Read read) {
        var armoured = ArmouredText.of(read.text());
        if (armoured.signed()) {
            repairs.note("the signature of part " + part.path() + " was not checked");
        }
        if (armoured.encrypted()) {
            draft.addOpaque("application/pgp-encrypted");
        }
        var text = armoured.text();
        if (!text.isBlank()) {
            draft.add(new Part.Text(CleanText.limited(text, MAX_TEXT)));
        }
        if (!read.whole() || text.length() > MAX_TEXT) {
            attachWhole(part);
        } else if (armoured.encrypted()) {
            attach(part, false);
        }
    }

    private void enriched(Entity part) {
        var read = texts.plain(part);
        var text = EnrichedText.read(read.text(), part.type().subtype().equals("richtext"));
        text(part, new TextReader.Read(text, read.whole()));
    }

    private void rtf(Entity part) {
        var bytes = part.content().bytes(TextReader.MAX_HTML_BYTES);
        var document = RtfText.read(bytes, TextReader.MAX_HTML_BYTES);
        var read = new TextReader.Read(CleanText.of(document.text()), bytes.length < TextReader.MAX_HTML_BYTES);
        if (document.html()) {
            html(part, read);
        } else {
            text(part, new TextReader.Read(read.text().strip(), read.whole()));
        }
    }

    private void html(Entity part, TextReader.Read read) {
        var html = Html.read(read.text());
        if (html.isEmpty()) {
            return;
        }
        draft.add(
                new Part.Html(html.markup(), CleanText.limited(html.text(), MAX_TEXT)), html.contentIds(), read.text());
        if (!read.whole() || !html.whole() || html.text().length() > MAX_TEXT) {
            attachWhole(part);
        }
    }

    private void attachWhole(Entity part) {
        repairs.cut("part " + part.path() + " is a long text and was cut, the whole is attached");
        attach(part, false);
    }

    private void calendar(Entity part, Place place) {
        draft.add(CalendarText.read(texts.plain(part).text()));
        if (place != Place.ALTERNATIVE || part.fileName().isPresent()) {
            file(part, place);
        }
    }

    private void card(Entity part, Place place) {
        VCard.read(texts.plain(part).text()).ifPresent(draft::add);
        file(part, place);
    }

    /** Further renderings of a text, such as {@code text/x-amp-html}, are no files. */
    private void file(Entity part, Place place) {
        var rendering = place == Place.ALTERNATIVE
                && part.type().type().equals("text")
                && part.fileName().isEmpty();
        var neverShown = NEVER_SHOWN.contains(part.type().subtype());
        if (rendering && (neverShown || !draft.isEmpty())) {
            repairs.note("alternative " + Repairs.word(part.type().name()) + " was left out");
            return;
        }
        if (part.type().is("message", "partial")) {
            piece(part);
        }
        var attached = part.disposition().value().equals("attachment");
        var inline = part.disposition().value().equals("inline")
                || (place == Place.RELATED && part.contentId().isPresent() && !attached);
        attach(part, inline);
    }

    /** A mail that was sent in pieces (RFC 2046 §5.2.2): the first has its header and beginning. */
    private void piece(Entity part) {
        var number = part.type().header().token("number").orElse("1");
        var text = number.equals("1") ? EnclosedMail.text(part) : Optional.<String>empty();
        repairs.note("part " + part.path() + " is one piece of a mail that was sent in several");
        draft.add(text.<Part>map(Part.Text::new)
                .orElseGet(
                        () -> new Part.Unsupported("message/partial", "one piece of a mail that was sent in several")));
    }

    private void attach(Entity part, boolean inline) {
        draft.attach(files.read(part, inline));
    }
}
