package io.switchboard.connector.email.quotation;

/** Text as phrases are compared: lower case, single blanks, Western digits, no marks that only steer display. */
final class Wording {

    /** What introduces, signs or divides is shorter. */
    static final int MAX_LENGTH = 600;

    private static final String DECORATION = "-_=*~#+ \u2010\u2011\u2012\u2013\u2014\u2015\u2500\u2501\uff0d";

    private Wording() {}

    /** The first {@link #MAX_LENGTH} characters count. */
    static String of(CharSequence text) {
        return of(text, MAX_LENGTH);
    }

    static String of(CharSequence text, int limit) {
        var plain = new StringBuilder(Math.min(text.length(), limit));
        for (var i = 0; i < text.length() && plain.length() < limit; i++) {
            add(text.charAt(i), plain);
        }
        var length = plain.length();
        if (length > 0 && plain.charAt(length - 1) == ' ') {
            plain.setLength(length - 1);
        }
        return plain.toString();
    }

    private static void add(char c, StringBuilder plain) {
        if (isBlank(c)) {
            if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        } else if (Character.isDigit(c)) {
            plain.append((char) ('0' + Character.digit(c, 10)));
        } else if (c == '\uff1a') {
            plain.append(':');
        } else if (!isInvisible(c)) {
            plain.append(Character.toLowerCase(c));
        }
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Direction marks, zero-width blanks, soft hyphens. */
    static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || c == '\u034f' || Character.isISOControl(c);
    }

    static boolean isDecoration(char c) {
        return DECORATION.indexOf(c) >= 0;
    }

    /** Nothing but dashes, underscores and the like, three at least. */
    static boolean isRule(String wording) {
        return wording.length() >= 3 && undecorated(wording).isEmpty();
    }

    /** Without dashes, stars and the like around it. */
    static String undecorated(String wording) {
        var from = 0;
        var to = wording.length();
        while (from < to && isDecoration(wording.charAt(from))) {
            from++;
        }
        while (to > from && isDecoration(wording.charAt(to - 1))) {
            to--;
        }
        return wording.substring(from, to);
    }

    static int words(String wording) {
        var words = wording.isEmpty() ? 0 : 1;
        for (var i = 0; i < wording.length(); i++) {
            words += wording.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    /** Whether a phrase stands there and the word ends with it; scripts without blanks between words need no such end. */
    static boolean standsAt(String wording, int at, String phrase) {
        var end = at + phrase.length();
        return wording.startsWith(phrase, at)
                && (end == wording.length()
                        || !Character.isLetterOrDigit(wording.charAt(end))
                        || !Character.isLetterOrDigit(wording.charAt(end - 1))
                        || isWithoutBlanks(wording.charAt(end))
                        || isWithoutBlanks(wording.charAt(end - 1)));
    }

    /** Chinese, Japanese, Korean (where particles follow without a blank), Thai. */
    static boolean isWithoutBlanks(char c) {
        return (c >= '\u2e80' && c <= '\ud7ff') || (c >= '\u0e00' && c <= '\u0e7f');
    }
}
