package io.switchboard.connector.email.quotation;

import io.switchboard.connector.email.quotation.Span.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a mail, each with its kind, and where a span begins. */
final class Division {

    /** So many pieces of signature may stand between quotations. */
    private static final int MAX_REGIONS = 20;

    private static final int MAX_BANNER = 6;

    private final List<TextLine> lines;
    private final Kind[] kinds;
    private final boolean[] begins;

    Division(List<TextLine> lines, boolean isForward) {
        this.lines = lines;
        this.kinds = Quotations.of(lines, isForward);
        this.begins = new boolean[lines.size()];
        takeOffTails();
        takeOffBanner();
    }

    List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (var first = 0; first < lines.size(); ) {
            var next = first + 1;
            while (next < lines.size() && kinds[next] == kinds[first] && !begins[next]) {
                next++;
            }
            spans.add(new Span(lines.get(first).from(), lines.get(next - 1).to(), kinds[first]));
            first = next;
        }
        return spans;
    }

    /** From the end, until something remains that the author wrote. */
    private void takeOffTails() {
        var end = lines.size();
        var isWritten = false;
        for (var region = 0; region < MAX_REGIONS && end > 0 && !isWritten; region++) {
            while (end > 0 && kinds[end - 1] != Kind.WRITTEN) {
                end--;
            }
            var start = end;
            while (start > 0 && kinds[start - 1] == Kind.WRITTEN) {
                start--;
            }
            isWritten = takeOffTail(start, end);
            end = start;
        }
    }

    /** The first paragraph, when a company's mail server wrote it. Nobody answers in it. */
    private void takeOffBanner() {
        var first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        var end = first;
        while (end < lines.size() && !lines.get(end).isBlank() && kinds[end] == Kind.WRITTEN) {
            end++;
        }
        if (end > first
                && end - first <= MAX_BANNER
                && Phrases.BANNER.begin(Wording.undecorated(lines.get(first).wording()))) {
            Arrays.fill(kinds, 0, end, Kind.DISCLAIMER);
        }
    }

    /** Whether words of the author remain. */
    private boolean takeOffTail(int from, int to) {
        var end = to;
        for (var piece : Tail.of(lines, from, to)) {
            for (var i = piece.first(); i < piece.last(); i++) {
                kinds[i] = piece.kind();
            }
            begins[piece.first()] = true;
            end = piece.first();
        }
        return !Region.of(lines, from, end).isEmpty();
    }
}
