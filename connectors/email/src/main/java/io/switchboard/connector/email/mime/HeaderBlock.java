package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a mail or of one of its parts (RFC 5322 §2.2), as they came: names and raw bytes, decoded only when asked
 * for.
 */
public final class HeaderBlock {

    /** Longer values are cut before anything parses them: mails exist with 135 KB of {@code To}. */
    public static final int MAX_VALUE = 64 * 1024;

    private static final int NONE = -1;

    private final List<Field> fields;
    private final Repairs repairs;

    public HeaderBlock(List<Field> fields, Repairs repairs) {
        this.fields = List.copyOf(fields);
        this.repairs = repairs;
    }

    /** The header of a part that the mail does not have as such: name and value by turns. */
    static HeaderBlock made(Repairs repairs, String... namesAndValues) {
        var fields = new ArrayList<Field>();
        for (var i = 0; i + 1 < namesAndValues.length; i += 2) {
            fields.add(new Field(
                    namesAndValues[i], Slice.of(namesAndValues[i + 1].getBytes(StandardCharsets.ISO_8859_1))));
        }
        return new HeaderBlock(fields, repairs);
    }

    public List<Field> fields() {
        return fields;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public boolean has(String name) {
        return first(name) != NONE;
    }

    /** The first field of that name: unfolded, trimmed, each byte one character. */
    public Optional<String> raw(String name) {
        var found = first(name);
        return found == NONE ? Optional.empty() : Optional.of(unfolded(fields.get(found)));
    }

    /** A plain loop: dozens of names are asked for in every part of every mail. */
    private int first(String name) {
        for (var i = 0; i < fields.size(); i++) {
            if (fields.get(i).isNamed(name)) {
                return i;
            }
        }
        return NONE;
    }

    /** All fields of that name, in the order of the mail. */
    public List<String> allRaw(String name) {
        var values = new ArrayList<String>();
        var length = 0;
        for (var field : fields) {
            if (field.isNamed(name) && length < MAX_VALUE) {
                var value = unfolded(field);
                values.add(value);
                length += value.length();
            }
        }
        return values;
    }

    boolean describesContent() {
        return fields.stream().anyMatch(field -> field.name().regionMatches(true, 0, "content-", 0, 8));
    }

    private String unfolded(Field field) {
        if (field.value().length() > MAX_VALUE) {
            repairs.cut("field " + Repairs.word(field.name()) + " is longer than " + MAX_VALUE + " bytes and was cut");
        }
        var text = field.value().limited(MAX_VALUE).asLatin1();
        var folded = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        return (folded ? text.replace("\r", "").replace("\n", "") : text).strip();
    }

    /** @param value what follows the colon, line folds included */
    public record Field(String name, Slice value) {

        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }
}
