package io.switchboard.connector.email.quotation;

/**
 * Company, address, telephone below "Best regards" and the name, without any delimiter. The greeting and the name are the author's and
 * stay; a single telephone number stays too.
 */
final class ContactBlock implements Ending {

    private static final int MAX_LINES = 30;
    private static final int MIN_CONTACTS = 2;
    private static final int MAX_CLOSING_WORDS = 5;

    @Override
    public int startIn(Region region) {
        for (var i = region.to() - 1; i >= Math.max(region.from(), region.to() - MAX_LINES); i--) {
            if (region.isProse(i)) {
                break;
            }
            if (isClosing(region.line(i))) {
                return afterName(region, i);
            }
        }
        return region.to();
    }

    private static boolean isClosing(TextLine line) {
        return !line.isBlank()
                && line.last() != '.'
                && Phrases.CLOSING.begin(line.wording())
                && Wording.words(line.wording()) <= MAX_CLOSING_WORDS;
    }

    private static int afterName(Region region, int closing) {
        var name = closing + 1;
        while (name < region.to() && region.line(name).isBlank()) {
            name++;
        }
        if (name >= region.to() || !isName(region.line(name).wording())) {
            return region.to();
        }
        var start = name + 1;
        var contacts = 0;
        for (var i = start; i < region.to(); i++) {
            contacts += region.line(i).isBlank() ? 0 : contact(region, i);
        }
        return contacts >= MIN_CONTACTS ? start : region.to();
    }

    /** "Thanks!" also stands over the numbers that the mail is about. */
    private static boolean isName(String wording) {
        return wording.indexOf(':') < 0 && wording.chars().noneMatch(Character::isDigit);
    }

    private static int contact(Region region, int line) {
        return new Region(region.lines(), line, line + 1).hasContact(line) ? 1 : 0;
    }
}
