package io.switchboard.connector.email.quotation;

/** What mailing lists put under each mail: a rule with the list's name and address below, or how to leave it. */
final class ListFooter implements Ending {

    private static final int MAX_LINES = 15;
    private static final int MIN_RULE = 10;

    @Override
    public int startIn(Region region) {
        for (var i = region.to() - 1; i >= Math.max(region.from(), region.to() - MAX_LINES); i--) {
            var wording = region.line(i).wording();
            if (wording.length() >= MIN_RULE && Wording.isRule(wording)) {
                return isFooter(region, i) ? i : region.to();
            }
        }
        var paragraph = region.lastParagraph();
        var wording = Wording.undecorated(region.wordingFrom(paragraph));
        return Phrases.FOOTER.begin(wording) && isFooter(region, paragraph) ? paragraph : region.to();
    }

    private static boolean isFooter(Region region, int from) {
        var wording = region.wordingFrom(from);
        return Phrases.FOOTER.standIn(wording) && region.hasContact(from) && !Notice.isPersonal(wording);
    }
}
