package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.text.Charsets;
import io.switchboard.connector.email.text.CleanText;
import java.nio.charset.StandardCharsets;

/**
 * What a person reads of an unstructured header value: encoded words decoded (RFC 2047), and raw 8-bit bytes, which RFC 6532 allows
 * as UTF-8 and old programs send in whatever they like.
 */
public final class HeaderText {

    /** Begins another character set in seven bits (RFC 1468). */
    private static final char ESCAPE = '\u001b';

    private HeaderText() {}

    /** @param raw each byte one character */
    public static String decode(String raw) {
        return decode(raw, "");
    }

    /** @param bodyCharset the charset of the body, the best guess for raw bytes that are no UTF-8; empty when there is none */
    public static String decode(String raw, String bodyCharset) {
        return CleanText.line(EncodedWords.decode(withoutRawBytes(raw, bodyCharset)));
    }

    /** Raw 8-bit bytes read, encoded words untouched: for values that still have structure, such as addresses. */
    public static String withoutRawBytes(String raw, String bodyCharset) {
        if (raw.chars().allMatch(c -> c < 0x80)) {
            return raw.indexOf(ESCAPE) < 0
                    ? raw
                    : Charsets.decode(raw.getBytes(StandardCharsets.ISO_8859_1), bodyCharset);
        }
        return Charsets.guess(raw.getBytes(StandardCharsets.ISO_8859_1), bodyCharset);
    }
}
