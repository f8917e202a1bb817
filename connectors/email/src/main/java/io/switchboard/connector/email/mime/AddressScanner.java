package io.switchboard.connector.email.mime;

import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts an address header at the commas and semicolons that separate, which are those outside quotes, comments and brackets. */
final class AddressScanner {

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private final String text;
    private int at;
    private boolean noMoreQuotes;
    private boolean noMoreComments;
    private StringBuilder words = new StringBuilder();
    private StringBuilder display = new StringBuilder();
    private StringBuilder comment = new StringBuilder();
    private Optional<String> bracketed = Optional.empty();
    private int behindBracket;
    private int wordsBeforeBracket;
    private int displayBeforeBracket;

    AddressScanner(String text) {
        this.text = text;
    }

    /**
     * One entry between separators.
     *
     * @param words outside brackets and comments, quotes removed
     * @param display the same with comments, as a name is written
     * @param bracketed what stood in angle brackets
     */
    record Entry(String words, String display, String comment, Optional<String> bracketed) {}

    Entry entry() {
        return new Entry(words.toString(), display.toString(), comment.toString(), bracketed);
    }

    /** Moves to the next entry; false when there is none. */
    boolean advance() {
        words = new StringBuilder();
        display = new StringBuilder();
        comment = new StringBuilder();
        bracketed = Optional.empty();
        if (at >= text.length()) {
            return false;
        }
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == ',' || c == ';') {
                at++;
                return true;
            }
            if (c == '<' && bracketed.isPresent()) {
                leaveToNextEntry();
                return true;
            }
            read(c);
        }
        return true;
    }

    /** A comma is missing: what stands behind the bracket names the next one. */
    private void leaveToNextEntry() {
        words.setLength(wordsBeforeBracket);
        display.setLength(displayBeforeBracket);
        at = behindBracket;
    }

    private void read(char c) {
        switch (c) {
            case '"' -> quoted();
            case '(' -> commented();
            case '<' -> angle();
            case '>' -> at++;
            case ':' -> colon();
            case '=' -> encodedWordOrSign();
            default -> word(at + 1);
        }
    }

    private void word(int end) {
        words.append(text, at, end);
        display.append(text, at, end);
        at = end;
    }

    private void quoted() {
        var content = new StringBuilder();
        for (var i = at + 1; i < text.length() && !noMoreQuotes; i++) {
            var c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                if (text.startsWith("@", at) && bracketed.isEmpty() && content.indexOf(" ") >= 0) {
                    quotedLocalPart(content.toString());
                } else {
                    words.append(content);
                    display.append(content);
                }
                return;
            }
            content.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        noMoreQuotes = true;
        at++;
    }

    /** {@code "ann lee"@b.example}: without its quotes it would be somebody else's address. */
    private void quotedLocalPart(String content) {
        var end = at;
        while (end < text.length() && " \t,;<>(".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        bracketed = Optional.of('"' + content + '"' + text.substring(at, end));
        at = end;
        behindBracket = at;
        wordsBeforeBracket = words.length();
        displayBeforeBracket = display.length();
    }

    private void commented() {
        var depth = 0;
        for (var i = at; i < text.length() && !noMoreComments; i++) {
            var c = text.charAt(i);
            if (c == '\\') {
                i++;
                continue;
            }
            depth += nesting(c);
            if (depth == 0) {
                comment.append(ESCAPED.matcher(text.substring(at + 1, i)).replaceAll("$1"));
                display.append(text, at, i + 1);
                at = i + 1;
                return;
            }
        }
        noMoreComments = true;
        word(at + 1);
    }

    private static int nesting(char c) {
        return switch (c) {
            case '(' -> 1;
            case ')' -> -1;
            default -> 0;
        };
    }

    private void angle() {
        var end = text.indexOf('>', at);
        var comma = text.indexOf(',', at);
        if (end < 0) {
            end = comma < 0 ? text.length() : comma;
        }
        bracketed = Optional.of(text.substring(at + 1, end));
        at = end < text.length() && text.charAt(end) == '>' ? end + 1 : end;
        behindBracket = at;
        wordsBeforeBracket = words.length();
        displayBeforeBracket = display.length();
    }

    /** Before it stood the name of a group, or {@code mailto}. */
    private void colon() {
        if (words.indexOf("@") < 0) {
            words.setLength(0);
            display.setLength(0);
            at++;
        } else {
            word(at + 1);
        }
    }

    private void encodedWordOrSign() {
        var charsetEnd = text.startsWith("=?", at) ? text.indexOf('?', at + 2) : -1;
        var contentStart = charsetEnd < 0 ? -1 : text.indexOf('?', charsetEnd + 1);
        var end = contentStart < 0 ? -1 : text.indexOf("?=", contentStart + 1);
        word(end < 0 ? at + 1 : end + 2);
    }
}
