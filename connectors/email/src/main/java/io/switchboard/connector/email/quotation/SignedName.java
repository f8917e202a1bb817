package io.switchboard.connector.email.quotation;

import java.util.regex.Pattern;

/** "-Bob" as the last paragraph. With a blank, or under a colon or other dashes, it is an item of a list. */
final class SignedName implements Ending {

    private static final Pattern NAME = Pattern.compile(
            "(?:[-\u2013\u2014~]|[\u2013\u2014~] )\\p{Lu}[\\p{L}.'\u2019-]{1,20}(?: \\p{Lu}[\\p{L}.'\u2019-]{0,20}){0,2} {0,4}");

    private static final Pattern SHORT_NAME = Pattern.compile("-\\p{Ll}{2,12} {0,4}");
    private static final String DASHES = "-\u2013\u2014~";
    private static final String SENTENCE_END = ".!?";

    @Override
    public int startIn(Region region) {
        var last = region.to() - 1;
        var line = region.last();
        var isDashed = DASHES.indexOf(line.text().charAt(line.from())) >= 0;
        if (!isDashed || last - region.from() < 2 || !region.line(last - 1).isBlank() || line.length() > 70) {
            return region.to();
        }
        var before = Region.of(region.lines(), region.from(), last);
        if (before.isEmpty() || before.last().last() == ':' || isListed(before.last())) {
            return region.to();
        }
        var isName = NAME.matcher(line.raw()).matches()
                || (SHORT_NAME.matcher(line.raw()).matches()
                        && SENTENCE_END.indexOf(before.last().last()) >= 0);
        return isName ? last : region.to();
    }

    private static boolean isListed(TextLine line) {
        var wording = line.wording();
        return Wording.isDecoration(wording.charAt(0)) || wording.charAt(0) == '\u2022';
    }
}
