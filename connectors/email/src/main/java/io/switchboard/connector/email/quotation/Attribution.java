package io.switchboard.connector.email.quotation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "On …, Bob wrote:": the line, often wrapped, that introduces a quotation.
 *
 * @param first its first line
 * @param last its last line
 * @param isCertain it introduces a quotation even where the lines after it are not quoted by {@code >}
 */
record Attribution(int first, int last, boolean isCertain) {

    private static final int MAX_LINES = 4;
    private static final int MAX_LINE = 400;
    private static final int BEGINNING = 18;
    private static final int SHORT = 12;
    private static final int LONG = 20;
    private static final int NAME = 6;
    private static final int MAX_OPENER = 20;
    private static final int MAX_DATE_AND_NAME = 9;

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(?:(?:19|20|25)\\d\\d(?!\\d)|\\d{1,2}[./-] ?\\d{1,2}[./-])|\\d ?[年년]");
    private static final Pattern TIME =
            Pattern.compile("(?<![\\d.])\\d{1,2}(?: ?[:h時时點点시] ?\\d{2}|\\.\\d{2}(?![.\\d])| ?[時时點点시])");
    private static final Pattern ADDRESS =
            Pattern.compile("[<(\\[] ?(?:mailto:)?[^ <>()\\[\\]]{1,80}@[^ <>()\\[\\]]{1,200}");

    /** How sure one may be that some lines are one. Without a date they may go on further up. */
    private enum Evidence {
        NONE(false, false),
        LIKELY(false, false),
        LIKELY_DATED(false, true),
        CERTAIN(true, false),
        CERTAIN_DATED(true, true);

        private final boolean isCertain;
        private final boolean isDated;

        Evidence(boolean isCertain, boolean isDated) {
            this.isCertain = isCertain;
            this.isDated = isDated;
        }
    }

    /** Whether it is worth asking whether one ends in that line. */
    static boolean canEndIn(TextLine line) {
        if (line.isBlank() || line.isQuoted() || line.length() > MAX_LINE) {
            return false;
        }
        var end = line.last();
        return end == ':' || end == '\uff1a' || end == '>' || Wording.isDecoration(end);
    }

    /** The attribution that ends in that line. */
    static Optional<Attribution> endingAt(List<TextLine> lines, int last, boolean quotationFollows) {
        Optional<Attribution> likely = Optional.empty();
        var words = "";
        for (var first = last; first > last - MAX_LINES && isPossible(lines, first); first--) {
            words = lines.get(first).wording() + (words.isEmpty() ? "" : " " + words);
            var evidence = evidence(words, quotationFollows);
            if (evidence.isDated) {
                return Optional.of(new Attribution(beginning(lines, first), last, evidence.isCertain));
            }
            if (evidence != Evidence.NONE && likely.isEmpty()) {
                likely = Optional.of(new Attribution(beginning(lines, first), last, evidence.isCertain));
            }
            if (first > 0
                    && likely.isPresent()
                    && isSentenceEnd(lines.get(first - 1).last())) {
                break;
            }
        }
        return likely;
    }

    private static boolean isPossible(List<TextLine> lines, int at) {
        return at >= 0
                && !lines.get(at).isBlank()
                && !lines.get(at).isQuoted()
                && lines.get(at).length() <= MAX_LINE;
    }

    private static Evidence evidence(String wording, boolean quotationFollows) {
        var words = Wording.undecorated(wording);
        var framed = words.length() <= wording.length() - 4 && Wording.isDecoration(wording.charAt(0));
        if (!words.endsWith(":") && !framed) {
            return isDateAndAddress(words) ? Evidence.CERTAIN_DATED : Evidence.NONE;
        }
        var digit = firstDigit(words);
        var hasAddress = hasAddress(words);
        var hasDate = digit < words.length() && DATE.matcher(words).find(digit);
        var hasTime = digit < words.length() && TIME.matcher(words).find(digit);
        if (!hasAddress && !hasDate && !hasTime && !quotationFollows) {
            return Evidence.NONE;
        }
        var wrote = Phrases.WROTE.standIn(words);
        var begins = beginsLikeOne(words);
        if (begins && isCertain(words, hasAddress, hasDate, hasTime, wrote)) {
            return hasDate ? Evidence.CERTAIN_DATED : Evidence.CERTAIN;
        }
        var likely = (wrote && (hasAddress || hasDate || hasTime || isNameAndVerb(words)))
                || (begins && (hasAddress || (hasDate && hasTime)));
        if (!likely || !quotationFollows) {
            return Evidence.NONE;
        }
        return hasDate && (wrote || hasAddress) ? Evidence.LIKELY_DATED : Evidence.LIKELY;
    }

    private static boolean isCertain(
            String words, boolean hasAddress, boolean hasDate, boolean hasTime, boolean wrote) {
        if (wrote && Phrases.SELF.standIn(words) && !hasAddress) {
            return false;
        }
        return (wrote && hasDate && (hasTime || hasAddress || isDateNameAndVerb(words)))
                || (wrote && hasAddress && (hasTime || Wording.words(words) <= SHORT))
                || (hasAddress && hasDate && hasTime);
    }

    private static boolean isNameAndVerb(String words) {
        var count = Wording.words(words);
        return count >= 2 && count <= NAME && !Phrases.SELF.standIn(words);
    }

    /** "2026/3/6 Bob &lt;bob@…&gt;", as Gmail wrote it in some languages. */
    private static boolean isDateAndAddress(String words) {
        return words.endsWith(">")
                && Wording.words(words) <= SHORT
                && Character.isDigit(words.charAt(0))
                && DATE.matcher(words).lookingAt()
                && hasAddress(words);
    }

    /** Whether all of it is there: how it begins, a date, who wrote it, and a time or an address. */
    static boolean isComplete(String words) {
        return evidence(words, false) == Evidence.CERTAIN_DATED;
    }

    static boolean hasDate(String words) {
        return DATE.matcher(words).find();
    }

    static boolean hasTime(String words) {
        return TIME.matcher(words).find();
    }

    static boolean hasAddress(String words) {
        return words.indexOf('@') >= 0 && ADDRESS.matcher(words).find();
    }

    private static boolean hasDigit(String words) {
        return firstDigit(words) < words.length();
    }

    private static int firstDigit(String words) {
        var at = 0;
        while (at < words.length() && !Character.isDigit(words.charAt(at))) {
            at++;
        }
        return at;
    }

    /** "On 6 March 2026, Bob wrote:". */
    private static boolean isDateNameAndVerb(String words) {
        return Phrases.OPENER.begin(words)
                && firstDigit(words) < MAX_OPENER
                && Wording.words(words) <= MAX_DATE_AND_NAME;
    }

    /** With a date, an address, a quoted name, or "On". */
    private static boolean beginsLikeOne(String words) {
        if (Phrases.OPENER.begin(words) || words.startsWith("\"") || words.startsWith("<")) {
            return true;
        }
        var beginning = words.substring(0, Math.min(words.length(), BEGINNING));
        return (hasDigit(beginning) && !Phrases.WROTE.standIn(beginning))
                || hasAddress(words.substring(0, Math.min(words.length(), 5 * BEGINNING)));
    }

    /** The line before belongs to it when it holds its "On Friday," or the name before the address. */
    private static int beginning(List<TextLine> lines, int first) {
        if (!isPossible(lines, first - 1)) {
            return first;
        }
        var words = Wording.undecorated(lines.get(first).wording());
        var before = Wording.undecorated(lines.get(first - 1).wording());
        var dateBefore = Phrases.OPENER.begin(before)
                && !Phrases.OPENER.begin(words)
                && Wording.words(before) <= LONG
                && (before.endsWith(",") || hasDigit(before))
                && !isSentenceEnd(before.charAt(before.length() - 1));
        var nameBefore = (words.startsWith("<") || words.startsWith("("))
                && Wording.words(before) <= NAME
                && !isSentenceEnd(lines.get(first - 1).last());
        return dateBefore || nameBefore ? first - 1 : first;
    }

    private static boolean isSentenceEnd(char c) {
        return c == '.' || c == '!' || c == '?';
    }
}
