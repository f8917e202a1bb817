package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import io.switchboard.connector.email.tnef.CompressedRtf;
import io.switchboard.connector.email.tnef.TnefFile;
import io.switchboard.connector.email.tnef.TnefMessage;
import io.switchboard.connector.email.tnef.TnefRange;
import io.switchboard.connector.email.tnef.TnefText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Opens {@code winmail.dat}: what Outlook packed into it become parts of the mail, as if it had not. */
public final class TnefPart {
    private static final String INSIDE = "/tnef/";
    private static final String TEXT = INSIDE + "text";
    private static final int MAX_RTF = 1024 * 1024;
    private static final Set<String> TYPES =
            Set.of("application/ms-tnef", "application/vnd.ms-tnef", "application/x-ms-tnef");

    private final EncodedSource source;
    private final Repairs repairs;
    private final List<Entity> found = new ArrayList<>();

    private TnefPart(EncodedSource source, Repairs repairs) {
        this.source = source;
        this.repairs = repairs;
    }

    /** Whether it says so, by type or name. */
    public static boolean is(Entity part) {
        return TYPES.contains(part.type().name())
                || (part.type().type().equals("application")
                        && part.fileName()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .filter(name -> name.endsWith("winmail.dat") || name.equals("win.dat"))
                                .isPresent());
    }

    /** The text of the message itself, which counts only when the mail has no other. */
    public static boolean isText(Entity part) {
        return part.path().endsWith(TEXT)
                && part.path().indexOf(INSIDE) == part.path().length() - TEXT.length();
    }

    static Entity open(Entity part, Repairs repairs) {
        var source = EncodedSource.of(part.content());
        if (source.isEmpty()) {
            repairs.cut("part " + part.path() + " is too irregular to be unpacked");
            return part;
        }
        var message = TnefMessage.read(source.get());
        if (message.isEmpty()) {
            repairs.note("part " + part.path() + " is no message of Outlook");
            return part;
        }
        var opened = new TnefPart(source.get(), repairs);
        opened.add(message.get(), part.path(), false);
        if (!message.get().whole()) {
            repairs.note("part " + part.path() + " is damaged, what could be unpacked was");
            opened.found.add(part);
        }
        return part.enclosing(opened.found);
    }

    /** Messages stand in messages only so deep as the reader went. */
    private void add(TnefMessage message, String path, boolean asFiles) {
        message.texts().stream()
                .max(Comparator.comparing(TnefText::form))
                .ifPresent(text -> found.add(
                        text(text, path + TEXT, asFiles ? message.subject().orElse("message") : "")));
        var number = 0;
        for (var file : message.files()) {
            number++;
            var filePath = path + INSIDE + number;
            if (file.message().isPresent()) {
                add(file.message().get(), filePath, true);
            } else {
                found.add(file(file, filePath));
            }
        }
    }

    /** @param name of the file it becomes; empty when it is the mail's own text */
    private Entity text(TnefText text, String path, String name) {
        var rtf = text.form() == TnefText.Form.COMPRESSED_RTF;
        var type = switch (text.form()) {
            case PLAIN -> "text/plain";
            case HTML -> "text/html";
            case COMPRESSED_RTF -> "text/rtf";
        };
        var content = source.content(text.content());
        if (rtf) {
            content = Encoded.plain(Slice.of(CompressedRtf.decompress(content.bytes(MAX_RTF), MAX_RTF)));
        }
        var ending = switch (text.form()) {
            case PLAIN -> ".txt";
            case HTML -> ".html";
            case COMPRESSED_RTF -> ".rtf";
        };
        var declared = type + (rtf ? "" : "; charset=" + text.charset().name());
        var disposition = name.isEmpty() ? "inline" : "attachment" + EncodedParameter.of("filename", name + ending);
        return entity(path, content, "Content-Type", declared, "Content-Disposition", disposition);
    }

    private Entity file(TnefFile file, String path) {
        var type = file.mediaType()
                .map(declared -> declared.toLowerCase(Locale.ROOT))
                .filter(declared -> declared.matches("[a-z]{1,20}/[a-z0-9.+_-]{1,100}"))
                .filter(declared -> !declared.startsWith("multipart"))
                .orElse("application/octet-stream");
        var disposition = (file.contentId().isPresent() ? "inline" : "attachment")
                + EncodedParameter.of("filename", file.name().orElse("file"));
        return entity(
                path,
                source.content(file.content().orElse(new TnefRange(0, 0))),
                "Content-Type",
                type,
                "Content-Disposition",
                disposition,
                "Content-ID",
                file.contentId().orElse(""));
    }

    private Entity entity(String path, Encoded content, String... header) {
        var block = HeaderBlock.made(repairs, header);
        var type = MediaType.read(block, MediaType.BYTES, repairs);
        return new Entity(path, block, type, content, List.of(), List.of());
    }
}
