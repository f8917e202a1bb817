package io.switchboard.connector.email.outgoing;

import java.nio.charset.StandardCharsets;

/**
 * How a text of ours travels (RFC 2045 §6). Lines stay as they were written, however long: every mail program breaks them to its own
 * window. {@code format=flowed} would have the same aim, but the large mail programs ignore it and show the broken lines. What is
 * long, not ASCII or ends its lines with blanks is encoded, so no line on the wire is longer than 78.
 */
enum TextEncoding {
    PLAIN("7bit"),
    QUOTED_PRINTABLE("quoted-printable"),
    BASE64("base64");

    private static final int LONGEST_LINE = 78;

    private final String label;

    TextEncoding(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** @param text with any line ends */
    static TextEncoding of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var foreign = 0L;
        for (var one : bytes) {
            foreign += one < 0 ? 1 : 0;
        }
        if (foreign == 0 && text.lines().noneMatch(TextEncoding::isFragile)) {
            return PLAIN;
        }
        // A foreign byte costs three characters in one, and each byte four thirds in the other.
        return foreign * 6 > bytes.length ? BASE64 : QUOTED_PRINTABLE;
    }

    /** Too long, or with blanks at its end, which some servers drop and DKIM's simple form then misses. */
    private static boolean isFragile(String line) {
        return line.length() > LONGEST_LINE || line.endsWith(" ") || line.endsWith("\t");
    }
}
