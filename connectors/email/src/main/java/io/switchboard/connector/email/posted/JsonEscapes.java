package io.switchboard.connector.email.posted;

import io.switchboard.connector.email.bytes.Slice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Undoes the escapes of a JSON string (RFC 8259 §7) byte by byte: a whole mail may stand in one. */
final class JsonEscapes {

    private static final String SHORT = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final Slice escaped;
    private final ByteArrayOutputStream plain;
    private int at;

    private JsonEscapes(Slice escaped) {
        this.escaped = escaped;
        this.plain = new ByteArrayOutputStream(escaped.length());
    }

    /** The same slice when there is nothing to undo. */
    static Slice undo(Slice escaped) {
        return escaped.indexOf((byte) '\\', 0) < 0 ? escaped : new JsonEscapes(escaped).plain();
    }

    private Slice plain() {
        while (at < escaped.length()) {
            var c = escaped.at(at);
            if (c != '\\' || at + 1 >= escaped.length()) {
                plain.write(c);
                at++;
            } else if (escaped.at(at + 1) == 'u') {
                unicode();
            } else {
                var meant = SHORT.indexOf(escaped.at(at + 1));
                plain.write(meant < 0 ? escaped.at(at + 1) : MEANT.charAt(meant));
                at += 2;
            }
        }
        return Slice.of(plain.toByteArray());
    }

    /** Two escapes make one character beyond the first 65,536; half of one is none. */
    private void unicode() {
        var first = unit();
        var character = String.valueOf(first);
        if (Character.isHighSurrogate(first) && isUnit()) {
            var second = at;
            var low = unit();
            if (Character.isLowSurrogate(low)) {
                character += low;
            } else {
                at = second;
            }
        }
        plain.writeBytes(character.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isUnit() {
        return at + 6 <= escaped.length() && escaped.at(at) == '\\' && escaped.at(at + 1) == 'u';
    }

    private char unit() {
        var value = 0;
        for (var i = at + 2; i < Math.min(at + 6, escaped.length()); i++) {
            var digit = escaped.at(i);
            value = 16 * value + (HexFormat.isHexDigit(digit) ? HexFormat.fromHexDigit(digit) : 0);
        }
        at = Math.min(at + 6, escaped.length());
        return (char) value;
    }
}
