package io.switchboard.connector.email.quotation;

/** A confidentiality notice, a virus scanner's remark, a plea for trees: the last paragraph, or its end. */
final class Notice implements Ending {

    private static final int UNTITLED_PHRASES = 3;
    private static final int TITLED_PHRASES = 2;
    private static final int MAX_REMARK = 400;
    private static final int FULL_LINE = 50;

    @Override
    public int startIn(Region region) {
        var paragraph = region.lastParagraph();
        var wording = Wording.undecorated(afterLinks(region.wordingFrom(paragraph)));
        if (isTitle(wording)
                || isRemark(wording)
                || isRemark(Wording.undecorated(region.last().wording()))) {
            return isTitle(wording) || isRemark(wording) ? paragraph : region.to() - 1;
        }
        var phrases = Phrases.NOTICE.count(wording, UNTITLED_PHRASES);
        var needed = Phrases.NOTICE_TITLE.begin(wording) ? TITLED_PHRASES : UNTITLED_PHRASES;
        if (phrases < needed || isPersonal(wording)) {
            return region.to();
        }
        return firstLine(region, paragraph);
    }

    /** Virus scanners put the address of their maker around the remark, as "&lt;https://…&gt;". */
    private static String afterLinks(String wording) {
        var from = 0;
        while (wording.startsWith("<http", from) && wording.indexOf('>', from) > 0) {
            from = Math.min(wording.length(), wording.indexOf('>', from) + 2);
        }
        return wording.substring(from);
    }

    private static boolean isTitle(String wording) {
        var end = wording.endsWith(":") ? wording.length() - 1 : wording.length();
        return Phrases.NOTICE_TITLE.are(wording.substring(0, end));
    }

    private static boolean isRemark(String wording) {
        return wording.length() <= MAX_REMARK && Phrases.REMARK.begin(wording) && !isPersonal(wording);
    }

    static boolean isPersonal(String wording) {
        return Phrases.FIRST_PERSON.standIn(wording);
    }

    /** Names and numbers may stand directly over it; its first sentence may need a line to come to the point. */
    private static int firstLine(Region region, int paragraph) {
        var first = paragraph;
        while (first < region.to() - 1 && !saysSo(region.line(first).wording())) {
            first++;
        }
        while (first > paragraph
                && region.line(first - 1).length() >= FULL_LINE
                && Character.isLetter(region.line(first - 1).last())) {
            first--;
        }
        return first;
    }

    private static boolean saysSo(String wording) {
        return Phrases.NOTICE.standIn(wording) || Phrases.NOTICE_TITLE.begin(Wording.undecorated(wording));
    }
}
