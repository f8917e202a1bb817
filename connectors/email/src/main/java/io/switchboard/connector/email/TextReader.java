package io.switchboard.connector.email;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/** The characters of a text part: transfer encoding undone, charset applied, lines joined that were only folded for transport. */
final class TextReader {

    /** Read of one text part, encoded; what a person wrote is shorter. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int HTML_HEAD = 2048;
    private static final Pattern HTML_CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private final Repairs repairs;

    TextReader(Repairs repairs) {
        this.repairs = repairs;
    }

    String plain(Entity part) {
        var text = read(part, "");
        var flowed = part.type().header().token("format").filter("flowed"::equalsIgnoreCase);
        if (flowed.isEmpty()) {
            return text;
        }
        var deleteSpace = part.type().header().token("delsp").filter("yes"::equalsIgnoreCase);
        return FlowedText.unfold(text, deleteSpace.isPresent());
    }

    /** Where the header names no charset, the document may. */
    String html(Entity part) {
        var head = HTML_CHARSET.matcher(part.body().limited(HTML_HEAD).asLatin1());
        return read(part, head.find() ? head.group(1) : "");
    }

    private String read(Entity part, String charsetOfDocument) {
        if (part.body().length() > MAX_BYTES) {
            repairs.cut("part " + part.path() + " is a text of more than " + MAX_BYTES + " bytes and was cut");
        }
        var bytes = new ByteArrayOutputStream();
        if (!part.encoding().decode(part.body().limited(MAX_BYTES), bytes::write)) {
            repairs.note(
                    "part " + part.path() + " is not sound " + part.encoding().label());
        }
        var charset = part.type().charset().orElse(charsetOfDocument);
        noteDoubts(part.path(), charset, bytes.toByteArray());
        return CleanText.of(Charsets.decode(bytes.toByteArray(), charset));
    }

    private void noteDoubts(String path, String charset, byte[] bytes) {
        if (charset.isEmpty()) {
            if (!Charsets.isSound(bytes, "utf-8")) {
                repairs.note("part " + path + " has 8-bit text and no charset, guessed");
            }
        } else if (Charsets.named(charset).isEmpty()) {
            repairs.note("part " + path + " has unknown charset " + Repairs.word(charset) + ", guessed");
        } else if (!Charsets.isSound(bytes, charset)) {
            repairs.note("part " + path + " is not sound " + Repairs.word(charset));
        }
    }
}
