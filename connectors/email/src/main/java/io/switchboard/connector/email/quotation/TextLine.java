package io.switchboard.connector.email.quotation;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a mail.
 *
 * @param text the whole mail
 * @param from where it begins
 * @param end where its line end begins
 * @param to where the next line begins
 * @param isBlank nothing to be seen in it
 * @param isQuoted begins with {@code >}, at most three blanks before it
 */
record TextLine(String text, int from, int end, int to, boolean isBlank, boolean isQuoted) {

    private static final int MAX_INDENT = 3;

    /** All lines; line ends are CRLF, LF and CR. */
    static List<TextLine> of(String text) {
        var lines = new ArrayList<TextLine>();
        var from = 0;
        while (from < text.length()) {
            var end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            var crlf = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            var to = Math.min(text.length(), end + (crlf ? 2 : 1));
            lines.add(new TextLine(text, from, end, to, isBlank(text, from, end), isQuoted(text, from, end)));
            from = to;
        }
        return lines;
    }

    /** How it is compared with phrases. */
    String wording() {
        return Wording.of(text.subSequence(from, Math.min(end, from + 2 * Wording.MAX_LENGTH)));
    }

    /** As it stands there, blanks at its end included. */
    String raw() {
        return text.substring(from, end);
    }

    int length() {
        return end - from;
    }

    /** The last character to be seen; a blank when there is none. */
    char last() {
        for (var i = end - 1; i >= from; i--) {
            var c = text.charAt(i);
            if (!Wording.isBlank(c) && !Wording.isInvisible(c)) {
                return c;
            }
        }
        return ' ';
    }

    private static boolean isBlank(String text, int from, int end) {
        for (var i = from; i < end; i++) {
            if (!Wording.isBlank(text.charAt(i)) && !Wording.isInvisible(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuoted(String text, int from, int end) {
        var at = from;
        while (at < end && at - from < MAX_INDENT && Wording.isBlank(text.charAt(at))) {
            at++;
        }
        return at < end && text.charAt(at) == '>';
    }

    @Override
    public String toString() {
        return "TextLine[" + from + ", " + to + "]";
    }
}
