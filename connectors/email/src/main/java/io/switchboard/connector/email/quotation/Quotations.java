package io.switchboard.connector.email.quotation;

import io.switchboard.connector.email.quotation.Span.Kind;
import java.util.Arrays;
import java.util.List;

/** Walks the lines of a mail once and marks what is an earlier mail. */
final class Quotations {

    /** A quoted line at least so long may have been wrapped on its way, its rest without mark. */
    private static final int WRAPPED = 60;

    /** Below that only {@code >} quotes. Nobody writes so much over a mail. */
    private static final int MAX_LINES = 10_000;

    private final List<TextLine> lines;
    private final Kind header;
    private final Kind[] kinds;
    /** By first line: the line after it; 0 where none begins. */
    private final int[] attributions;

    private final boolean[] certain;

    private Quotations(List<TextLine> lines, boolean isForward) {
        this.lines = lines;
        this.header = isForward ? Kind.FORWARDED : Kind.QUOTED;
        this.kinds = new Kind[lines.size()];
        this.attributions = new int[lines.size()];
        this.certain = new boolean[lines.size()];
        Arrays.fill(kinds, Kind.WRITTEN);
    }

    /**
     * The kind of each line: written, quoted or forwarded.
     *
     * @param isForward the subject says that the mail passes on another one
     */
    static Kind[] of(List<TextLine> lines, boolean isForward) {
        var quotations = new Quotations(lines, isForward);
        quotations.findAttributions();
        quotations.walk();
        return quotations.kinds;
    }

    private void findAttributions() {
        for (var last = 0; last < Math.min(lines.size(), MAX_LINES); last++) {
            if (Attribution.canEndIn(lines.get(last))) {
                Attribution.endingAt(lines, last, isQuotedAfter(last)).ifPresent(this::note);
            }
        }
    }

    private void note(Attribution found) {
        if (attributions[found.first()] == 0) {
            attributions[found.first()] = found.last() + 1;
            certain[found.first()] = found.isCertain();
        }
    }

    private boolean isQuotedAfter(int line) {
        var next = line + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && lines.get(next).isQuoted();
    }

    private void walk() {
        var at = 0;
        while (at < lines.size()) {
            var line = lines.get(at);
            if (line.isBlank()) {
                at++;
            } else if (line.isQuoted()) {
                at = isEscaped(at) ? at + 1 : mark(withRule(at), endOfQuoted(at), Kind.QUOTED);
            } else if (at >= MAX_LINES) {
                at++;
            } else if (attributions[at] > 0) {
                at = attributed(at);
            } else {
                at = BrokenAttribution.beginsAt(lines, at) ? broken(at) : divided(at);
            }
        }
    }

    private int attributed(int at) {
        var after = attributions[at];
        if (isQuotedAfter(after - 1)) {
            return mark(withRule(at), endOfQuoted(after), Kind.QUOTED);
        }
        return certain[at] ? mark(withRule(at), lines.size(), header) : at + 1;
    }

    private int broken(int at) {
        var quoted = at;
        while (!lines.get(quoted).isQuoted()) {
            quoted++;
        }
        return mark(withRule(at), endOfQuoted(quoted), Kind.QUOTED);
    }

    private int divided(int at) {
        return switch (Divider.of(lines.get(at))) {
            case FORWARDED -> mark(at, lines.size(), Kind.FORWARDED);
            case ORIGINAL -> original(at);
            case REPLY_ABOVE -> mark(withRule(at), lines.size(), Kind.QUOTED);
            case NONE -> introduced(at);
        };
    }

    private int introduced(int at) {
        if (RunOnAttribution.beginsAt(lines, at)) {
            return original(at);
        }
        return QuotedHeader.beginsAt(lines, at) ? mark(withTitle(at), lines.size(), header) : at + 1;
    }

    private int original(int at) {
        var end = isQuotedAfter(at) ? endOfQuoted(at + 1) : lines.size();
        return mark(withRule(at), end, header);
    }

    /** Where the quoted lines that begin there end, with the empty lines after them. */
    private int endOfQuoted(int from) {
        var at = from;
        while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).isQuoted() || isWrapped(at))) {
            at++;
        }
        return at;
    }

    /** The rest of a long quoted line, directly between quoted lines: "> … and we will send\nyou a new one\n> soon". */
    private boolean isWrapped(int at) {
        if (at == 0 || at + 1 >= lines.size()) {
            return false;
        }
        var before = lines.get(at - 1);
        var between = lines.get(at);
        return before.isQuoted()
                && lines.get(at + 1).isQuoted()
                && before.length() >= WRAPPED
                && Character.isLetter(before.last())
                && between.length() < WRAPPED
                && Character.isLowerCase(between.text().codePointAt(between.from()));
    }

    /** Mailbox files put ">" before "From" at the beginning of a line. */
    private boolean isEscaped(int at) {
        var line = lines.get(at);
        return line.text().startsWith(">From ", line.from())
                && (at == 0 || !lines.get(at - 1).isQuoted())
                && !isQuotedAfter(at);
    }

    /** The line of dashes or underscores over it, empty lines between. */
    private int withRule(int at) {
        var above = lineAbove(at);
        return above >= 0 && Wording.isRule(lines.get(above).wording()) ? above : at;
    }

    /** The same, or words between dashes: over a header they are "original message" in whatever language. */
    private int withTitle(int at) {
        var above = lineAbove(at);
        return above >= 0 && Divider.isTitle(lines.get(above)) ? above : withRule(at);
    }

    /** The line of the author, neither empty nor long, that stands over it; negative when there is none. */
    private int lineAbove(int at) {
        var above = at - 1;
        while (above >= 0 && lines.get(above).isBlank() && kinds[above] == Kind.WRITTEN) {
            above--;
        }
        var isWritten =
                above >= 0 && kinds[above] == Kind.WRITTEN && lines.get(above).length() <= Wording.MAX_LENGTH;
        return isWritten ? above : -1;
    }

    private int mark(int from, int to, Kind kind) {
        Arrays.fill(kinds, from, to, kind);
        return to;
    }
}
