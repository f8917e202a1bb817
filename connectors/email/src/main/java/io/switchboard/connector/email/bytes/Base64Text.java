package io.switchboard.connector.email.bytes;

import java.util.Arrays;

/**
 * Base64 (RFC 2045 §6.8), also with characters that do not belong there, with padding in the middle or none at the end, and with a
 * footer in plain words that a mailing list or a virus scanner appended.
 */
public final class Base64Text {
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = (byte) i;
        }
    }

    private final Slice encoded;
    private final Pieces pieces;
    private int bits;
    private int characters;
    private boolean padded;
    private boolean sound = true;

    private Base64Text(Slice encoded, Sink sink) {
        this.encoded = encoded;
        this.pieces = new Pieces(sink);
    }

    public static boolean decode(Slice encoded, Sink sink) {
        var text = new Base64Text(encoded, sink);
        var complete = text.decode();
        text.pieces.flush();
        return complete;
    }

    /** The value of a character of the alphabet, -1 of any other. */
    public static int value(byte character) {
        return VALUES[character & 0xff];
    }

    private boolean decode() {
        var at = 0;
        while (at < encoded.length()) {
            at = groups(at);
            if (at < encoded.length()) {
                var c = encoded.at(at++);
                character(c);
                if (padded && isLineEnd(c) && !isPure(at)) {
                    return false;
                }
            }
        }
        return end();
    }

    /** Whole groups of four, which is nearly all there is; returns where something else stands. */
    private int groups(int start) {
        var at = start;
        while (characters == 0 && at + 4 <= encoded.length()) {
            var group = (value(encoded.at(at)) << 18)
                    | (value(encoded.at(at + 1)) << 12)
                    | (value(encoded.at(at + 2)) << 6)
                    | value(encoded.at(at + 3));
            if (group < 0) {
                return at;
            }
            put(group);
            at += 4;
        }
        return at;
    }

    private void character(byte c) {
        if (value(c) >= 0) {
            bits = (bits << 6) | value(c);
            characters++;
            if (characters == 4) {
                put(bits);
                bits = 0;
                characters = 0;
            }
        } else if (c == '=') {
            padded = true;
            flush();
        } else {
            sound &= c == ' ' || c == '\t' || isLineEnd(c);
        }
    }

    private void put(int group) {
        pieces.put(group >> 16);
        pieces.put(group >> 8);
        pieces.put(group);
    }

    /** The one or two bytes of an unfinished group. */
    private void flush() {
        if (characters == 2) {
            pieces.put(bits >> 4);
        } else if (characters == 3) {
            pieces.put(bits >> 10);
            pieces.put(bits >> 2);
        } else if (characters == 1) {
            sound = false;
        }
        bits = 0;
        characters = 0;
    }

    private boolean end() {
        var complete = characters == 0;
        flush();
        return sound && complete;
    }

    private static boolean isLineEnd(byte c) {
        return c == '\r' || c == '\n';
    }

    /** Whether the line that begins here is more of it, and no footer. */
    private boolean isPure(int lineStart) {
        for (var i = lineStart; i < encoded.length() && !isLineEnd(encoded.at(i)); i++) {
            var c = encoded.at(i);
            if (value(c) < 0 && c != '=' && c != ' ' && c != '\t') {
                return false;
            }
        }
        return true;
    }
}
