package io.switchboard.connector.email.quotation;

/** A line of a phone's mail program, and at most a few short lines below it. */
final class MobileSignature implements Ending {

    private static final int MAX_LINES = 6;

    @Override
    public int startIn(Region region) {
        var start = region.to();
        var lines = 0;
        for (var i = region.to() - 1; i >= region.from() && lines < MAX_LINES; i--) {
            var line = region.line(i);
            lines += line.isBlank() ? 0 : 1;
            if (region.isApart(i) && MobileLine.is(line)) {
                start = i;
            }
            if (region.isProse(i)) {
                break;
            }
        }
        return start;
    }
}
