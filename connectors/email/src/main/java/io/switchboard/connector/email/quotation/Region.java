package io.switchboard.connector.email.quotation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines between two quotations, or between one and an end of the mail. The last one is not empty.
 *
 * @param from the first
 * @param to the one after the last
 */
record Region(List<TextLine> lines, int from, int to) {

    private static final int MAX_LINE = 90;
    private static final int SENTENCE = 6;
    private static final int PARAGRAPH = 6_000;

    private static final Pattern CONTACT = Pattern.compile("@|https?:|www\\.|\\+\\d[\\d ()./-]{6,30}"
            + "|\\b(?:tel|phone|fax|mob|mobile|mobil|fon|telefon|tél|teléfono|telefono|cell)\\b[^\\d]{0,8}[\\d(]");

    /** Without the empty lines at its end. */
    static Region of(List<TextLine> lines, int from, int to) {
        var end = to;
        while (end > from && lines.get(end - 1).isBlank()) {
            end--;
        }
        return new Region(lines, from, end);
    }

    boolean isEmpty() {
        return from == to;
    }

    TextLine line(int at) {
        return lines.get(at);
    }

    TextLine last() {
        return lines.get(to - 1);
    }

    /** Where the last paragraph begins. */
    int lastParagraph() {
        var start = to - 1;
        while (start > from && !lines.get(start - 1).isBlank()) {
            start--;
        }
        return start;
    }

    /** The words from a line on, as compared with phrases. */
    String wordingFrom(int start) {
        var first = line(start);
        return Wording.of(first.text(), first.from(), Math.min(last().end(), first.from() + PARAGRAPH), PARAGRAPH);
    }

    /** Whether a line follows an empty one, a sentence's end or a short line, so that it can be no sentence's middle. */
    boolean isApart(int at) {
        if (at == from || lines.get(at - 1).isBlank()) {
            return true;
        }
        var before = lines.get(at - 1);
        return before.length() <= MAX_LINE / 2
                || isSentenceEnd(before.last())
                || !Character.isLetterOrDigit(before.last());
    }

    /** Short lines, none of them a sentence, so many at most. */
    boolean isSignatureLike(int start, int maxLines) {
        var count = 0;
        for (var i = start; i < to; i++) {
            count += line(i).isBlank() ? 0 : 1;
            if (count > maxLines || isProse(i)) {
                return false;
            }
        }
        return true;
    }

    boolean hasContact(int start) {
        return CONTACT.matcher(wordingFrom(start)).find();
    }

    /** Whether a line is no line of a signature. */
    boolean isProse(int at) {
        var line = line(at);
        if (line.isBlank()) {
            return false;
        }
        if (line.length() > MAX_LINE || line.last() == ':' || line.last() == '?') {
            return true;
        }
        return line.last() == '\u3002' || (isSentenceEnd(line.last()) && Wording.words(line.wording()) >= SENTENCE);
    }

    private static boolean isSentenceEnd(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u3002';
    }
}
