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

    private final String text;
    private int at;

    ParameterScanner(String text) {
        this.text = text;
    }

    /** What stands before the first semicolon. Called first. */
    String value() {
        var end = text.indexOf(';');
        at = end < 0 ? text.length() : end + 1;
        var value = text.substring(0, end < 0 ? text.length() : end);
        var comment = value.indexOf('(');
        return comment < 0 ? value : value.substring(0, comment);
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

    /** The quoted string that begins here; empty, without moving, when nobody closed it. */
    private String quoted() {
        var content = new StringBuilder();
        for (var i = at + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return content.toString();
            }
            var escapes = c == '\\' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0;
            content.append(escapes ? text.charAt(++i) : c);
        }
        return "";
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
