package io.switchboard.connector.email.content;

import io.switchboard.canonical.Part;
import java.util.Locale;
import java.util.Optional;

/** What an invitation says at a glance (RFC 5545): method, uid and title of its first entry. */
final class CalendarText {

    private CalendarText() {}

    static Part.Calendar read(String source) {
        var unfolded = source.replaceAll("\n[ \t]", "");
        var method = property(unfolded, "METHOD").map(name -> name.toUpperCase(Locale.ROOT));
        return new Part.Calendar(
                method.orElse("PUBLISH"), property(unfolded, "UID").orElse(""), property(unfolded, "SUMMARY"));
    }

    /** The first property of that name, its parameters dropped. */
    private static Optional<String> property(String calendar, String name) {
        return calendar.lines()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
                .filter(line -> line.startsWith(":", name.length()) || line.startsWith(";", name.length()))
                .findFirst()
                .map(line -> unescaped(line.substring(line.indexOf(':', name.length()) + 1)))
                .filter(value -> !value.isBlank());
    }

    private static String unescaped(String value) {
        var text = new StringBuilder(value.length());
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                var next = value.charAt(++i);
                text.append(next == 'n' || next == 'N' ? ' ' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString().strip();
    }
}
