package io.switchboard.connector.email.bytes;

/**
 * Walks the lines of a slice. A line ends with CRLF, LF or CR, and with CR CR LF, which some gateways make of CRLF: read as two
 * line ends it would put an empty line, the end of a header, after every field.
 */
public final class Lines {

    private static final int MAX_CARRIAGE_RETURNS = 3;

    private final Slice text;
    private int start;
    private int end;
    private int next;

    public Lines(Slice text) {
        this(text, 0);
    }

    public Lines(Slice text, int start) {
        this.text = text;
        this.next = start;
    }

    /** A walk of its own over the lines after this one. */
    public Lines following() {
        return new Lines(text, next);
    }

    /** Moves to the next line; false when there is none. */
    public boolean advance() {
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
    public int start() {
        return start;
    }

    /** Where the line's text ends, before its line end. */
    public int end() {
        return end;
    }

    /** Where the next line begins. */
    public int next() {
        return next;
    }

    public Slice line() {
        return text.sub(start, end);
    }
}
