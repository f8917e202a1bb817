package io.switchboard.connector.email.quotation;

/**
 * What follows the delimiter of RFC 3676 §4.3, dash dash blank. Programs lose its blank and people draw other lines, which also
 * divide texts: what follows those must look like a signature.
 */
final class DelimitedSignature implements Ending {

    private static final int MAX_LINES = 40;
    private static final int MAX_TEXT_LINES = 200;
    private static final int MAX_LOOSE_LINES = 10;
    private static final int MAX_NAMES = 3;
    private static final int MAX_NAME_WORDS = 4;

    @Override
    public int startIn(Region region) {
        if (Wording.isRule(region.last().wording())
                || isLooseDelimiter(region.last().wording())) {
            return region.to() - 1;
        }
        var exact = exactDelimiter(region);
        return exact < region.to() ? exact : looseDelimiter(region);
    }

    /** The first that leaves a signature of bearable length. */
    private static int exactDelimiter(Region region) {
        for (var i = Math.max(region.from(), region.to() - MAX_LINES); i < region.to(); i++) {
            if (region.line(i).is("-- ") || region.line(i).is("- -- ")) {
                return i;
            }
        }
        return region.to();
    }

    /** Only where no other such line makes a divided text of it. */
    private static int looseDelimiter(Region region) {
        var found = region.to();
        for (var i = Math.max(region.from(), region.to() - MAX_TEXT_LINES); i < region.to(); i++) {
            var wording = region.line(i).length() > Wording.MAX_LENGTH
                    ? ""
                    : region.line(i).wording();
            if (isLooseDelimiter(wording) || Wording.isRule(wording)) {
                if (found < region.to()) {
                    return region.to();
                }
                found = i;
            }
        }
        return found < region.to() && isSignature(region, found) ? found : region.to();
    }

    private static boolean isSignature(Region region, int delimiter) {
        if (!region.isSignatureLike(delimiter + 1, MAX_LOOSE_LINES)) {
            return false;
        }
        if (region.hasContact(delimiter + 1)) {
            return true;
        }
        var isDelimiter = isLooseDelimiter(region.line(delimiter).wording());
        var standsApart =
                delimiter == region.from() || region.line(delimiter - 1).isBlank();
        var isFollowed = !region.line(delimiter + 1).isBlank();
        return (isDelimiter && standsApart && isFollowed) || isNames(region, delimiter + 1, !isDelimiter);
    }

    /** @param capital each line has to begin with a capital letter */
    private static boolean isNames(Region region, int from, boolean capital) {
        var names = 0;
        for (var i = from; i < region.to(); i++) {
            var wording = region.line(i).wording();
            if (Wording.words(wording) > MAX_NAME_WORDS || wording.chars().anyMatch(Character::isDigit)) {
                return false;
            }
            if (capital
                    && !wording.isEmpty()
                    && !Character.isUpperCase(region.line(i).raw().strip().codePointAt(0))) {
                return false;
            }
            names += wording.isEmpty() ? 0 : 1;
        }
        return names <= (capital ? 1 : MAX_NAMES);
    }

    private static boolean isLooseDelimiter(String wording) {
        return switch (wording) {
            case "--", "__", "- -", "\u2014", "\u2013", "\u2014\u2014", "\u2013\u2013", "-- -" -> true;
            default -> false;
        };
    }
}
