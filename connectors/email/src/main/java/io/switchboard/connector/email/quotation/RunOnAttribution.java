package io.switchboard.connector.email.quotation;

import java.util.List;

/** "On …, Bob &lt;bob@…&gt; wrote: Dear Ada, …": the earlier mail begins in the line that introduces it, as Yahoo's apps write it. */
final class RunOnAttribution {

    private static final int MAX_LENGTH = 300;
    private static final int MAX_COLONS = 10;
    /** Whoever cites a mail in a sentence of his own puts it in these. */
    private static final String QUOTATION_MARKS = "\"'\u00ab\u00bb\u2018\u201a\u201c\u201e\u201f\u300c\u300e";

    private RunOnAttribution() {}

    /** Whether such a line stands there, apart from what was written above. It takes a date, a time and an address. */
    static boolean beginsAt(List<TextLine> lines, int at) {
        var line = lines.get(at);
        var wording = line.wording();
        if (wording.indexOf('@') < 0 || !beginsSentence(lines, at)) {
            return false;
        }
        var colon = wording.indexOf(':');
        for (var colons = 0; colons < MAX_COLONS && colon > 0 && colon < MAX_LENGTH; colons++) {
            if (isFollowed(wording, colon + 1)
                    && isIntroduction(wording.substring(0, colon).strip())) {
                return true;
            }
            colon = wording.indexOf(':', colon + 1);
        }
        return false;
    }

    /** Written below a line that goes on, "On" has a small letter. */
    private static boolean beginsSentence(List<TextLine> lines, int at) {
        var line = lines.get(at);
        return new Region(lines, 0, at + 1).isApart(at)
                || (Phrases.OPENER.begin(line.wording())
                        && Character.isUpperCase(line.raw().strip().codePointAt(0)));
    }

    private static boolean isFollowed(String wording, int at) {
        var next = at;
        while (next < wording.length() && wording.charAt(next) == ' ') {
            next++;
        }
        return next < wording.length()
                && (next > at || Wording.isWithoutBlanks(wording.charAt(next)))
                && QUOTATION_MARKS.indexOf(wording.charAt(next)) < 0;
    }

    private static boolean isIntroduction(String words) {
        var endsLikeOne = words.endsWith(">") || words.endsWith(")") || Phrases.WROTE.end(words);
        return endsLikeOne
                && Attribution.hasAddress(words)
                && Attribution.hasTime(words)
                && !Phrases.SELF.standIn(words)
                && Attribution.isComplete(words + ":");
    }
}
