package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.text.Charsets;
import io.switchboard.connector.email.text.CleanText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parameters that were cut into sections or percent-encoded in a character set (RFC 2231). */
final class ExtendedParameters {

    /** {@code name}, number of the section, asterisk of an encoded section. */
    private static final Pattern SECTION = Pattern.compile("([^*]+)\\*(?:(\\d{1,3})(\\*?))?");

    private ExtendedParameters() {}

    private record Section(String text, boolean encoded) {}

    /** The decoded parameters by their plain names. */
    static Map<String, String> of(Map<String, String> scanned) {
        var sections = new LinkedHashMap<String, TreeMap<Integer, Section>>();
        scanned.forEach((name, value) -> {
            var extended = SECTION.matcher(name);
            if (extended.matches()) {
                var whole = extended.group(2) == null;
                var number = whole ? 0 : Integer.parseInt(extended.group(2));
                sections.computeIfAbsent(extended.group(1), absent -> new TreeMap<>())
                        .put(
                                number,
                                new Section(value, whole || !extended.group(3).isEmpty()));
            }
        });
        var decoded = new LinkedHashMap<String, String>();
        sections.forEach((name, parts) -> decoded.put(name, decode(List.copyOf(parts.values()))));
        return decoded;
    }

    private static String decode(List<Section> sections) {
        if (sections.stream().noneMatch(Section::encoded)) {
            return HeaderText.decode(sections.stream().map(Section::text).collect(Collectors.joining()));
        }
        var remaining = new ArrayList<>(sections);
        var charset = "";
        var prefix = sections.getFirst().text().split("'", 3);
        if (sections.getFirst().encoded() && prefix.length == 3) {
            charset = prefix[0];
            remaining.set(0, new Section(prefix[2], true));
        }
        var bytes = new ByteArrayOutputStream();
        var encoded = new StringBuilder();
        for (var section : remaining) {
            if (section.encoded()) {
                encoded.append(section.text());
            } else {
                bytes.writeBytes(percentDecoded(encoded.toString()));
                encoded.setLength(0);
                bytes.writeBytes(section.text().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        bytes.writeBytes(percentDecoded(encoded.toString()));
        return CleanText.line(Charsets.decode(bytes.toByteArray(), charset));
    }

    /** What many write into the plain form; it is meant only where that makes characters beyond ASCII. */
    static String withoutPercents(String plain) {
        if (plain.indexOf('%') < 0 || plain.chars().anyMatch(c -> c >= 0x80)) {
            return plain;
        }
        return Charsets.utf8(percentDecoded(plain))
                .filter(text -> text.chars().anyMatch(c -> c >= 0x80))
                .map(CleanText::line)
                .orElse(plain);
    }

    private static byte[] percentDecoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '%'
                    && i + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }
}
