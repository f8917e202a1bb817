package io.switchboard.gateway.journal;

import io.switchboard.connector.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Header fields as the lines of an HTTP/1.1 message, UTF-8 (RFC 9112 §5): {@code name: value} and CR LF. Credentials of a request are
 * left out.
 */
final class FieldLines {

    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie");
    private static final String COLON = ": ";
    private static final String END = "\r\n";

    private FieldLines() {}

    static byte[] of(Headers headers) {
        var lines = new StringBuilder(512);
        headers.forEach((name, value) -> {
            if (!CREDENTIALS.contains(name)) {
                lines.append(name).append(COLON).append(onOneLine(value)).append(END);
            }
        });
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when it is no field lines */
    static Headers read(byte[] written) {
        var lines = new String(written, StandardCharsets.UTF_8);
        var headers = new Headers.Builder();
        for (var at = 0; at < lines.length(); ) {
            var colon = lines.indexOf(COLON, at);
            var end = lines.indexOf(END, at);
            if (colon < 0 || end < colon) {
                throw new IllegalStateException("a journal record's fields are no lines of \"name: value\"");
            }
            headers.add(lines.substring(at, colon), lines.substring(colon + COLON.length(), end));
            at = end + END.length();
        }
        return headers.build();
    }

    /** What may not be in a value is a space (RFC 9110 §5.5). */
    private static String onOneLine(String value) {
        return value.indexOf('\n') < 0 && value.indexOf('\r') < 0
                ? value
                : value.replace('\r', ' ').replace('\n', ' ');
    }
}
