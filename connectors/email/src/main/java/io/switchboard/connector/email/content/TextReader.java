package io.switchboard.connector.email.content;

import io.switchboard.connector.email.bytes.Collected;
import io.switchboard.connector.email.mime.Entity;
import io.switchboard.connector.email.text.CharsetReading;
import io.switchboard.connector.email.text.Charsets;
import io.switchboard.connector.email.text.CleanText;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The characters of a text part: transfer encoding undone, charset applied, lines joined that were only folded for transport. */
public final class TextReader {
    /** Read of a text at most: four bytes for each character that is shown. */
    public static final int MAX_BYTES = 4 * ContentReader.MAX_TEXT;

    /** Read of HTML at most: styles and pictures within it are long. */
    static final int MAX_HTML_BYTES = 1024 * 1024;

    private static final int HTML_HEAD = 8 * 1024;
    private static final Pattern HTML_CHARSET = Pattern.compile(
            "<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private final Repairs repairs;

    public TextReader(Repairs repairs) {
        this.repairs = repairs;
    }

    /** @param whole whether it is all of the part */
    public record Read(String text, boolean whole) {
        @Override
        public String toString() {
            return "Read[" + text.length() + " characters]";
        }
    }

    public Read plain(Entity part) {
        var collected = collect(part, MAX_BYTES);
        var text = characters(part, collected.bytes(), part.type().charset().orElse(""));
        var flowed = part.type().header().token("format").filter("flowed"::equalsIgnoreCase);
        if (flowed.isPresent()) {
            var deleteSpace = part.type().header().token("delsp").filter("yes"::equalsIgnoreCase);
            text = FlowedText.unfold(text, deleteSpace.isPresent());
        }
        return new Read(text, !collected.overflowed());
    }

    /** Where the header names no charset that is known, the document may. */
    public Read html(Entity part) {
        var collected = collect(part, MAX_HTML_BYTES);
        var bytes = collected.bytes();
        var declared = part.type().charset().orElse("");
        if (Charsets.named(declared).isEmpty() || declared.contains("ascii")) {
            var beginning = new String(bytes, 0, Math.min(HTML_HEAD, bytes.length), StandardCharsets.ISO_8859_1);
            var head = HTML_CHARSET.matcher(beginning);
            declared = head.find() && !isWide(head.group(1)) ? head.group(1) : declared;
        }
        return new Read(characters(part, bytes, declared), !collected.overflowed());
    }

    /** A document that could be searched for its charset is not in UTF-16, whatever it says. */
    private static boolean isWide(String charset) {
        return charset.regionMatches(true, 0, "utf-16", 0, 6);
    }

    private Collected collect(Entity part, int limit) {
        var collected = new Collected(part.body().length(), limit);
        if (!part.content().decode(collected)) {
            repairs.note(
                    "part " + part.path() + " is not sound " + part.encoding().label());
        }
        return collected;
    }

    private String characters(Entity part, byte[] bytes, String charset) {
        var reading = CharsetReading.of(bytes, charset);
        reading.doubt().ifPresent(doubt -> repairs.note("part " + part.path() + " " + doubt));
        return CleanText.of(reading.text());
    }
}
