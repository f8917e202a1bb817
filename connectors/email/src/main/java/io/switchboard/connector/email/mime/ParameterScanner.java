package io.switchboard.connector.email.mime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts {@code value; name=text; name="text"} into its pieces. Reads what is written in practice: doubled semicolons, blanks around
 * the equals sign, unquoted blanks in file names, quotes nobody closed, backslashes of Windows paths.
 */
final class ParameterScanner {

    private static final int MAX_PARAMETERS = 500;
    private static final int MAX_NAME = 40;

    private final String text;
    private int at;

    ParameterScanner(String text) {
        this.text = text;
    }

    /** What stands before the first semicolon, or before the first parameter where that is missing. Called first. */
    String value() {
        var semicolon = text.indexOf(';');
        var end = semicolon < 0 ? text.length() : semicolon;
        var comment = text.indexOf('(');
        var value = text.substring(0, comment >= 0 && comment < end ? comment : end);
        var word = value.indexOf('=') < 0 ? value.length() : endOfWord(value);
        at = Math.min(text.length(), (word < value.length() ? word : end) + 1);
        return value.substring(0, word);
    }

    private static int endOfWord(String value) {
        var end = value.length() - value.stripLeading().length();
        while (end < value.length() && value.charAt(end) != ',' && !Character.isWhitespace(value.charAt(end))) {
            end++;
        }
        return end;
    }

    /** By lower-case name, in their order; the first of several with one name. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        while (at < text.length() && parameters.size() < MAX_PARAMETERS) {
            var name = name();
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                var value = parameterValue();
                if (!name.isEmpty()) {
                    parameters.putIfAbsent(name, value);
                }
            }
            skipBehindSemicolon();
        }
        return parameters;
    }

    private String name() {
        var start = at;
        while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ';') {
            at++;
        }
        return text.substring(start, at).strip().toLowerCase(Locale.ROOT);
    }

    private String parameterValue() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            var closed = quoted();
            if (!closed.isEmpty()) {
                return closed;
            }
        }
        var start = at;
        skipToSemicolon();
        return text.substring(start, at).strip().replace("\"", "");
    }

    /** The quoted string that begins here; empty, without moving, when nobody closed it. It may hold quotes that nobody escaped. */
    private String quoted() {
        var content = new StringBuilder();
        var firstEnd = -1;
        var upToFirst = 0;
        for (var i = at + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' && isClosing(i)) {
                at = i + 1;
                return content.toString();
            }
            if (c == '"' && firstEnd < 0) {
                firstEnd = i + 1;
                upToFirst = content.length();
            }
            var escapes = c == '\\' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0;
            content.append(escapes ? text.charAt(++i) : c);
        }
        at = firstEnd < 0 ? at : firstEnd;
        return content.substring(0, upToFirst);
    }

    /** Whether the value ends at this quote: then nothing, a separator, a comment or the next parameter follows. */
    private boolean isClosing(int quote) {
        var next = quote + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length() || ";(,".indexOf(text.charAt(next)) >= 0) {
            return true;
        }
        var end = next;
        while (end < text.length() && end < next + MAX_NAME && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return next > quote + 1 && end > next && text.startsWith("=", end);
    }

    private static boolean isNameCharacter(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '*' || c == '-' || c == '_';
    }

    private void skipToSemicolon() {
        while (at < text.length() && text.charAt(at) != ';') {
            at++;
        }
    }

    private void skipBehindSemicolon() {
        skipToSemicolon();
        at++;
    }
}
