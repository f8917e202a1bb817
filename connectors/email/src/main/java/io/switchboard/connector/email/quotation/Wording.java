package io.switchboard.connector.email.quotation;

/** Text as phrases are compared: lower case, single blanks, Western digits, no marks that only steer display. */
final class Wording {

    /** What introduces, signs or divides is shorter. */
    static final int MAX_LENGTH = 600;

    private static final char NOTHING = 0;

    /** What becomes of each character. Every character of every mail is looked up here, several times. */
    private static final char[] FORMS = forms();

    private Wording() {}

    /** The first {@link #MAX_LENGTH} characters count. */
    static String of(String text) {
        return of(text, 0, text.length(), MAX_LENGTH);
    }

    /** Of a piece of a text, so many characters at most. */
    static String of(String text, int from, int to, int limit) {
        var plain = new char[Math.min(to - from, limit)];
        var length = 0;
        for (var i = from; i < to && length < limit; i++) {
            var form = FORMS[text.charAt(i)];
            if (form == ' ' ? length > 0 && plain[length - 1] != ' ' : form != NOTHING) {
                plain[length++] = form;
            }
        }
        return new String(plain, 0, length > 0 && plain[length - 1] == ' ' ? length - 1 : length);
    }

    private static char[] forms() {
        var forms = new char[Character.MAX_VALUE + 1];
        for (var c = 0; c < forms.length; c++) {
            forms[c] = form((char) c);
        }
        return forms;
    }

    private static char form(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (Character.getType(c) == Character.FORMAT || c == '\u034f' || Character.isISOControl(c)) {
            return NOTHING;
        }
        return c == '\uff1a' ? ':' : Character.toLowerCase(c);
    }

    static boolean isBlank(char c) {
        return FORMS[c] == ' ';
    }

    /** Direction marks, zero-width blanks, soft hyphens. */
    static boolean isInvisible(char c) {
        return FORMS[c] == NOTHING;
    }

    static boolean isDecoration(char c) {
        return switch (c) {
            case '-', '_', '=', '*', '~', '#', '+', ' ' -> true;
            case '\u2500', '\u2501', '\uff0d' -> true;
            default -> c >= '\u2010' && c <= '\u2015';
        };
    }

    /** Nothing but dashes, underscores and the like, three at least. */
    static boolean isRule(String wording) {
        return wording.length() >= 3
                && isDecoration(wording.charAt(0))
                && undecorated(wording).isEmpty();
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
