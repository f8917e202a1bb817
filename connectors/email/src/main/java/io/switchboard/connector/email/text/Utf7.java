package io.switchboard.connector.email.text;

import io.switchboard.connector.email.bytes.Base64Text;

/** UTF-7 (RFC 2152), which old programs send and Java cannot read. Never guessed: any text with a plus sign could be it. */
final class Utf7 {
    private Utf7() {}

    static boolean isMeantBy(String label) {
        return label.equals("utf-7") || label.equals("utf7") || label.equals("unicode-1-1-utf-7");
    }

    static String decode(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        var at = 0;
        while (at < bytes.length) {
            if (bytes[at] != '+') {
                text.append((char) (bytes[at++] & 0xff));
            } else if (at + 1 < bytes.length && bytes[at + 1] == '-') {
                text.append('+');
                at += 2;
            } else {
                at = shifted(bytes, at + 1, text);
            }
        }
        return text.toString();
    }

    /** UTF-16 in base64; the minus sign that ends it is no text. */
    private static int shifted(byte[] bytes, int start, StringBuilder text) {
        var at = start;
        var bits = 0;
        var held = 0;
        while (at < bytes.length && Base64Text.value(bytes[at]) >= 0) {
            bits = (bits << 6) | Base64Text.value(bytes[at++]);
            held += 6;
            if (held >= 16) {
                held -= 16;
                text.append((char) (bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        if (at == start) {
            text.append('+');
        }
        return at > start && at < bytes.length && bytes[at] == '-' ? at + 1 : at;
    }
}
