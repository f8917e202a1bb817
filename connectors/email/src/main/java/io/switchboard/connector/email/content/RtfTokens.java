package io.switchboard.connector.email.content;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Cuts RTF into braces, control words, symbols and characters; skips binary data. */
final class RtfTokens {
    private static final int MAX_WORD = 32;
    private static final int MAX_DIGITS = 9;

    enum Kind {
        OPEN,
        CLOSE,
        WORD,
        SYMBOL,
        /** A character in hexadecimal digits. */
        ENCODED,
        CHARACTER
    }

    private final byte[] rtf;
    private int at;
    private Kind kind = Kind.CHARACTER;
    private String word = "";
    private int number;
    private int value;

    RtfTokens(byte[] rtf) {
        this.rtf = rtf;
    }

    Kind kind() {
        return kind;
    }

    String word() {
        return word;
    }

    /** The word's parameter; 1 where it has none, which switches on. */
    int number() {
        return number;
    }

    int value() {
        return value;
    }

    /** Moves to the next token; false when there is none. Line ends between tokens mean nothing. */
    boolean advance() {
        while (at < rtf.length && (rtf[at] == '\r' || rtf[at] == '\n' || rtf[at] == 0)) {
            at++;
        }
        if (at >= rtf.length) {
            return false;
        }
        value = rtf[at++] & 0xff;
        switch (value) {
            case '{' -> kind = Kind.OPEN;
            case '}' -> kind = Kind.CLOSE;
            case '\\' -> control();
            default -> kind = Kind.CHARACTER;
        }
        return true;
    }

    private void control() {
        if (at >= rtf.length) {
            kind = Kind.SYMBOL;
        } else if (isLetter(rtf[at])) {
            controlWord();
        } else if (rtf[at] == '\'' && isHex(at + 1) && isHex(at + 2)) {
            kind = Kind.ENCODED;
            value = (HexFormat.fromHexDigit(rtf[at + 1]) << 4) | HexFormat.fromHexDigit(rtf[at + 2]);
            at += 3;
        } else {
            kind = Kind.SYMBOL;
            value = rtf[at++] & 0xff;
        }
    }

    private void controlWord() {
        kind = Kind.WORD;
        var start = at;
        while (at < rtf.length && isLetter(rtf[at])) {
            at++;
        }
        word = new String(rtf, start, Math.min(MAX_WORD, at - start), StandardCharsets.US_ASCII);
        number = parameter();
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        if (word.equals("bin")) {
            at = (int) Math.min(rtf.length, (long) at + Math.max(0, number));
        }
    }

    private int parameter() {
        var negative = at < rtf.length && rtf[at] == '-';
        var start = negative ? at + 1 : at;
        var end = start;
        var parsed = 0;
        while (end < rtf.length && rtf[end] >= '0' && rtf[end] <= '9') {
            parsed = end - start < MAX_DIGITS ? parsed * 10 + rtf[end] - '0' : parsed;
            end++;
        }
        if (end == start) {
            return 1;
        }
        at = end;
        return negative ? -parsed : parsed;
    }

    private boolean isHex(int index) {
        return index < rtf.length && HexFormat.isHexDigit(rtf[index]);
    }

    private static boolean isLetter(byte value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    }
}
