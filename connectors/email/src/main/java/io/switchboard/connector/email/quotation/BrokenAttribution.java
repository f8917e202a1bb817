package io.switchboard.connector.email.quotation;

import java.util.List;

/**
 * An attribution that was wrapped before it was quoted, so that its rest has a mark and its beginning none: "On …, Bob" and
 * "&gt; &lt;bob@…&gt; wrote:" below it.
 */
final class BrokenAttribution {

    private static final int MAX_LINES = 4;
    private static final int MAX_LINE = 200;
    private static final String SENTENCE_ENDS = ".!?:;";

    private BrokenAttribution() {}

    /** Whether one begins in that line, which is not quoted, and goes on in quoted ones. */
    static boolean beginsAt(List<TextLine> lines, int at) {
        if (!continuesQuoted(lines, at) || !isBeginning(lines.get(at).wording())) {
            return false;
        }
        var rest = "";
        for (var i = at + 1; i < Math.min(lines.size(), at + MAX_LINES) && isPart(lines.get(i)); i++) {
            rest = (rest + " " + unquoted(lines.get(i))).strip();
            if (lines.get(i).isQuoted() && rest.endsWith(":")) {
                // With a date of its own it is an attribution by itself, and the line above it the author's.
                return !Attribution.hasDate(rest) && isWhole(lines.get(at).wording(), rest);
            }
        }
        return false;
    }

    /** One of the next lines is quoted, and no sentence ends before it. */
    private static boolean continuesQuoted(List<TextLine> lines, int at) {
        for (var i = at + 1; i < Math.min(lines.size(), at + MAX_LINES) && isPart(lines.get(i)); i++) {
            if (SENTENCE_ENDS.indexOf(lines.get(i - 1).last()) >= 0) {
                return false;
            }
            if (lines.get(i).isQuoted()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(TextLine line) {
        return !line.isBlank() && line.length() <= MAX_LINE;
    }

    private static boolean isBeginning(String words) {
        var beforeAddress = words.indexOf('<') > 0 ? words.substring(0, words.indexOf('<')) : words;
        return (Phrases.OPENER.begin(words) || Character.isDigit(words.charAt(0)))
                && Attribution.hasDate(words)
                && !Notice.isPersonal(beforeAddress);
    }

    private static boolean isWhole(String beginning, String rest) {
        var words = beginning + " " + rest;
        var isVerb = Phrases.WROTE.are(rest.substring(0, rest.length() - 1).strip());
        return (isVerb || Attribution.hasAddress(words))
                && !Phrases.SELF.standIn(words)
                && Attribution.isComplete(words);
    }

    private static String unquoted(TextLine line) {
        return line.isQuoted() ? line.wording().substring(1).strip() : line.wording();
    }
}
