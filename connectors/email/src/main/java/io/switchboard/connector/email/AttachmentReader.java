package io.switchboard.connector.email;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MediaReference;
import java.util.Optional;

/** Announces the files in a mail; their bytes stay where they are until somebody fetches them. */
final class AttachmentReader {

    private static final int MAX_NAME = 200;

    private final Repairs repairs;

    AttachmentReader(Repairs repairs) {
        this.repairs = repairs;
    }

    /** @param inline whether the text shows it */
    MediaReference read(Entity part, boolean inline) {
        var measure = new Measure();
        if (!part.content().decode(measure)) {
            repairs.note(
                    "part " + part.path() + " is not sound " + part.encoding().label());
        }
        return new MediaReference(
                kind(part.type()),
                part.path(),
                fileName(part),
                Optional.of(part.type().name()),
                Optional.of(measure.size()),
                Optional.of(measure.sha256Hex()),
                inline,
                part.contentId().map(CleanText::line));
    }

    private static MediaKind kind(MediaType type) {
        return switch (type.type()) {
            case "image" -> MediaKind.IMAGE;
            case "video" -> MediaKind.VIDEO;
            case "audio" -> MediaKind.AUDIO;
            default -> MediaKind.FILE;
        };
    }

    private Optional<String> fileName(Entity part) {
        return part.fileName()
                .or(() -> part.type().is("message", "rfc822") ? subject(part) : Optional.empty())
                .map(AttachmentReader::withoutFolder)
                .filter(name -> !name.isBlank());
    }

    private Optional<String> subject(Entity mail) {
        var enclosed = new HeaderReader(new Repairs()).ofMail(mail.body()).header();
        return enclosed.raw("Subject")
                .map(HeaderText::decode)
                .filter(subject -> !subject.isBlank())
                .map(subject -> subject.replace('/', '-').replace('\\', '-') + ".eml");
    }

    /** A name of one file: what a sender puts before the last slash is nobody's business. */
    private static String withoutFolder(String name) {
        var clean = CleanText.line(name);
        var base = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        if (base.length() <= MAX_NAME) {
            return base;
        }
        var dot = base.lastIndexOf('.');
        var extension = dot > base.length() - 12 ? base.substring(Math.max(dot, 0)) : "";
        return CleanText.limited(base, MAX_NAME) + extension;
    }
}
