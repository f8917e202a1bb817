package io.switchboard.gateway.storage;

import java.util.regex.Pattern;

/**
 * Text as PostgreSQL can store it and gives it back: without U+0000, which it has no place for, and with U+FFFD for half a surrogate
 * pair, which UTF-8 has no bytes for. Whatever is looked up again by what was stored must pass here first.
 */
public final class PostgresText {

    /** U+0000 escaped in JSON; not the end of an escaped backslash and four digits. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private PostgresText() {}

    public static String plain(String text) {
        var kept = text.indexOf('\u0000') < 0 ? text : text.replace("\u0000", "");
        for (var i = 0; i < kept.length(); i++) {
            if (Character.isSurrogate(kept.charAt(i))) {
                return wellFormed(kept);
            }
        }
        return kept;
    }

    /** The same for a JSON text, in which U+0000 may also stand as an escape. */
    public static String json(String json) {
        var text = plain(json);
        return text.contains("\\u0000") ? ESCAPED_NUL.matcher(text).replaceAll("$1") : text;
    }

    private static String wellFormed(String text) {
        var written = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
                .forEach(written::appendCodePoint);
        return written.toString();
    }
}
