package io.switchboard.connector.email.content;

import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MediaReference;
import io.switchboard.connector.email.bytes.Measure;
import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.mime.HeaderReader;
import io.switchboard.connector.email.mime.HeaderText;
import io.switchboard.connector.email.mime.MediaType;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Announces the files in a mail; their bytes stay where they are until somebody fetches them. */
final class AttachmentReader {

    private static final int MAX_NAME = 200;

    /** What a file without a name is called by its type, where the type tells more than its own name does. */
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", "txt"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("message/delivery-status", "txt"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/octet-stream", "bin"));

    private static final Pattern TELLING = Pattern.compile("[a-z0-9]{2,5}");

    private final Repairs repairs;
    private int read;

    AttachmentReader(Repairs repairs) {
        this.repairs = repairs;
    }

    /** @param inline whether the text shows it */
    MediaReference read(Entity part, boolean inline) {
        read++;
        var measure = new Measure();
        if (!part.content().decode(measure)) {
            repairs.note(
                    "part " + part.path() + " is not sound " + part.encoding().label());
        }
        return new MediaReference(
                kind(part.type()),
                part.path(),
                Optional.of(fileName(part).orElseGet(() -> nameOf(part.type()))),
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

    /** Somebody has to click on something: {@code attachment_2.png}. */
    private String nameOf(MediaType type) {
        var subtype = TELLING.matcher(type.subtype()).matches() ? type.subtype() : "bin";
        return "attachment_" + read + "." + EXTENSIONS.getOrDefault(type.name(), subtype);
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
