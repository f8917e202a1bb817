package io.switchboard.connector.email.content;

/** Collects words into lines: blanks collapse, at most one empty line in a row, quotations are marked. */
final class PlainLines {

    private static final int MAX_QUOTE = 10;
    private static final char NO_BREAK_SPACE = '\u00a0';

    private static final char SOFT_HYPHEN = '\u00ad';
    private static final char ZERO_WIDTH_SPACE = '\u200b';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final StringBuilder text = new StringBuilder();
    private String prefix = "";
    private String gapPrefix = "";
    private int pendingBreaks;
    private boolean pendingBlank;

    /** @param verbatim keep blanks and line ends */
    PlainLines add(String words, boolean verbatim) {
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            if (verbatim && c == '\n') {
                lineEnd();
            } else if (!verbatim && isBlank(c)) {
                pendingBlank = true;
            } else if (c != SOFT_HYPHEN && c != ZERO_WIDTH_SPACE && c != BYTE_ORDER_MARK) {
                character(c);
            }
        }
        return this;
    }

    private void character(char c) {
        if (pendingBreaks > 0 && !text.isEmpty()) {
            for (var i = 1; i < pendingBreaks; i++) {
                text.append('\n').append(gapPrefix.stripTrailing());
            }
            text.append('\n').append(prefix);
        } else if (text.isEmpty()) {
            text.append(prefix);
        } else if (pendingBlank && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
        pendingBreaks = 0;
        pendingBlank = false;
        gapPrefix = prefix;
        text.append(c == NO_BREAK_SPACE ? ' ' : c);
    }

    /** Ends the line, also an empty one. */
    void lineEnd() {
        pendingBreaks = Math.min(pendingBreaks + 1, 2);
        pendingBlank = false;
    }

    /** Begins a new line, with so many empty lines before it at least. */
    PlainLines block(int emptyLines) {
        pendingBreaks = Math.max(pendingBreaks, emptyLines + 1);
        pendingBlank = false;
        return this;
    }

    /** Separates cells of a table. */
    void gap() {
        pendingBlank = true;
    }

    /** How deeply what follows is quoted. The empty line between two depths belongs to the lesser one. */
    void quote(int depth) {
        prefix = depth == 0 ? "" : ">".repeat(Math.min(depth, MAX_QUOTE)) + " ";
        gapPrefix = prefix.length() < gapPrefix.length() ? prefix : gapPrefix;
    }

    int length() {
        return text.length();
    }

    String text() {
        return text.toString().stripTrailing();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
