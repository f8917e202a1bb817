package io.switchboard.connector.email.quotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of a mail, by its offsets; a line end belongs to the line before it. */
final class TextLine {

    private static final int MAX_INDENT = 3;

    private final String text;
    private final int from;
    private final int end;
    private final int to;
    private final boolean isBlank;
    private final boolean isQuoted;
    private Optional<String> wording = Optional.empty();

    private TextLine(String text, int from, int end, int to, boolean isBlank) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.to = to;
        this.isBlank = isBlank;
        this.isQuoted = !isBlank && isQuoted(text, from, end);
    }

    /** All lines; line ends are CRLF, LF and CR. Empty lines in a row are one. */
    static List<TextLine> of(String text) {
        var lines = new ArrayList<TextLine>();
        for (var from = 0; from < text.length(); ) {
            var end = endOf(text, from);
            var to = after(text, end);
            var isBlank = isBlank(text, from, end);
            while (isBlank && to < text.length() && isBlank(text, to, endOf(text, to))) {
                end = endOf(text, to);
                to = after(text, end);
            }
            lines.add(new TextLine(text, from, end, to, isBlank));
            from = to;
        }
        return lines;
    }

    private static int endOf(String text, int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int after(String text, int end) {
        var isCrLf = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return Math.min(text.length(), end + (isCrLf ? 2 : 1));
    }

    /** The whole mail. */
    String text() {
        return text;
    }

    /** Where it begins. */
    int from() {
        return from;
    }

    /** Where its line end begins. */
    int end() {
        return end;
    }

    /** Where the next line begins. */
    int to() {
        return to;
    }

    /** Nothing to be seen in it. */
    boolean isBlank() {
        return isBlank;
    }

    /** Begins with {@code >}, at most three blanks before it. */
    boolean isQuoted() {
        return isQuoted;
    }

    /** How it is compared with phrases; made once. */
    String wording() {
        if (wording.isEmpty()) {
            wording = Optional.of(
                    Wording.of(text, from, Math.min(end, from + 2 * Wording.MAX_LENGTH), Wording.MAX_LENGTH));
        }
        return wording.get();
    }

    /** As it stands there, blanks at its end included. */
    String raw() {
        return text.substring(from, end);
    }

    /** Whether it is exactly that. */
    boolean is(String line) {
        return length() == line.length() && text.startsWith(line, from);
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
