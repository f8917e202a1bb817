package io.switchboard.canonical;

import java.util.stream.Collectors;

/**
 * Several texts as one: joined with U+001F, the unit separator. No two different lists give the same text, whatever the parts
 * hold: what would blur them is escaped with U+001B. Parts without such characters stand there as they are.
 */
final class UnitSeparated {

    private static final char SEPARATOR = '\u001f';
    private static final String SEPARATOR_TEXT = String.valueOf(SEPARATOR);
    private static final char ESCAPE = '\u001b';

    private UnitSeparated() {}

    static String join(String... parts) {
        var joined = new StringBuilder(128);
        for (var i = 0; i < parts.length; i++) {
            joined.append(i == 0 ? "" : SEPARATOR_TEXT).append(escaped(parts[i]));
        }
        return joined.toString();
    }

    private static String escaped(String part) {
        for (var i = 0; i < part.length(); i++) {
            var unit = part.charAt(i);
            if (Character.isSurrogate(unit) || blurs(unit)) {
                return part.codePoints().mapToObj(UnitSeparated::escaped).collect(Collectors.joining());
            }
        }
        return part;
    }

    /** The separator, the escape, U+0000, which databases refuse, and half surrogate pairs, which UTF-8 cannot tell apart. */
    private static boolean blurs(int codePoint) {
        return codePoint == SEPARATOR
                || codePoint == ESCAPE
                || codePoint == 0
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private static String escaped(int codePoint) {
        return blurs(codePoint) ? "%c%04x".formatted(ESCAPE, codePoint) : Character.toString(codePoint);
    }
}
