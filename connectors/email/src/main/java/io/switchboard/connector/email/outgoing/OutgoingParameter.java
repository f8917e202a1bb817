package io.switchboard.connector.email.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A parameter of a header field as we write it: quoted where it is short and ASCII, else in numbered sections of percent-encoded
 * UTF-8 (RFC 2231 §3, §4), each on a line of its own, so that no name makes a long line.
 */
final class OutgoingParameter {

    private static final int SECTION = 48;
    private static final Pattern SIMPLE = Pattern.compile("[ !#-\\[\\]-~]{0,54}");
    private static final String UNENCODED = "!#$&+-.^_`|~";

    private OutgoingParameter() {}

    /** To stand behind the field's value, semicolon and fold included. */
    static String of(String name, String value) {
        if (SIMPLE.matcher(value).matches()) {
            return ";\r\n " + name + "=\"" + value + "\"";
        }
        var sections = sections("UTF-8''", value);
        if (sections.size() == 1) {
            return ";\r\n " + name + "*=" + sections.getFirst();
        }
        var text = new StringBuilder();
        for (var i = 0; i < sections.size(); i++) {
            text.append(";\r\n ")
                    .append(name)
                    .append('*')
                    .append(i)
                    .append("*=")
                    .append(sections.get(i));
        }
        return text.toString();
    }

    private static List<String> sections(String start, String value) {
        var sections = new ArrayList<String>();
        var section = new StringBuilder(start);
        for (var character : value.codePoints().mapToObj(Character::toString).toList()) {
            if (section.length() > SECTION) {
                sections.add(section.toString());
                section.setLength(0);
            }
            for (var one : character.getBytes(StandardCharsets.UTF_8)) {
                section.append(isUnencoded(one) ? Character.toString(one) : "%%%02X".formatted(one & 0xFF));
            }
        }
        sections.add(section.toString());
        return sections;
    }

    private static boolean isUnencoded(byte one) {
        return (one >= '0' && one <= '9')
                || (one >= 'a' && one <= 'z')
                || (one >= 'A' && one <= 'Z')
                || (one > 0 && UNENCODED.indexOf(one) >= 0);
    }
}
