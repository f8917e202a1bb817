package io.switchboard.connector.email;

/**
 * Walks the lines of a slice. A line ends with CRLF, LF or CR, and with CR CR LF, which some gateways make of CRLF: read as two
 * line ends it would put an empty line, the end of a header, after every field.
 */
final class Lines {

    private static final int MAX_CARRIAGE_RETURNS = 3;

    private final Slice text;
    private int start;
    private int end;
    private int next;

    Lines(Slice text) {
        this(text, 0);
    }

    Lines(Slice text, int start) {
        this.text = text;
        this.next = start;
    }

    /** A walk of its own over the lines after this one. */
    Lines following() {
        return new Lines(text, next);
    }

    /** Moves to the next line; false when there is none. */
    boolean advance() {
        start = next;
        if (start >= text.length()) {
            return false;
        }
        end = start;
        while (end < text.length() && text.at(end) != '\r' && text.at(end) != '\n') {
            end++;
        }
        next = afterLineEnd();
        return true;
    }

    private int afterLineEnd() {
        var at = end;
        while (at < text.length() && at < end + MAX_CARRIAGE_RETURNS && text.at(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.at(at) == '\n') {
            return at + 1;
        }
        return Math.min(end + 1, text.length());
    }

    /** Where the line begins. */
    int start() {
        return start;
    }

    /** Where the line's text ends, before its line end. */
    int end() {
        return end;
    }

    /** Where the next line begins. */
    int next() {
        return next;
    }

    Slice line() {
        return text.sub(start, end);
    }
}
