package io.switchboard.connector.email;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Base64 (RFC 2045 §6.8), also with characters that do not belong there, with padding in the middle or none at the end, and with a
 * footer in plain words that a mailing list or a virus scanner appended.
 */
final class Base64Text {

    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var i = 0; i < alphabet.length(); i++) {
            VALUES[alphabet.charAt(i)] = (byte) i;
        }
    }

    private final IntConsumer sink;
    private int bits;
    private int characters;
    private boolean padded;
    private boolean sound = true;

    private Base64Text(IntConsumer sink) {
        this.sink = sink;
    }

    static boolean decode(Slice encoded, IntConsumer sink) {
        var decoder = new Base64Text(sink);
        var lines = new Lines(encoded);
        while (lines.advance()) {
            if (decoder.padded && !isPure(lines.line())) {
                return false;
            }
            decoder.line(lines.line());
        }
        return decoder.end();
    }

    private void line(Slice line) {
        for (var i = 0; i < line.length(); i++) {
            var c = line.at(i) & 0xff;
            if (VALUES[c] >= 0) {
                character(VALUES[c]);
            } else if (c == '=') {
                padded = true;
                flush();
            } else {
                sound &= c == ' ' || c == '\t';
            }
        }
    }

    private void character(int value) {
        bits = (bits << 6) | value;
        characters++;
        if (characters == 4) {
            sink.accept((bits >> 16) & 0xff);
            sink.accept((bits >> 8) & 0xff);
            sink.accept(bits & 0xff);
            bits = 0;
            characters = 0;
        }
    }

    /** The one or two bytes of an unfinished group. */
    private void flush() {
        if (characters == 2) {
            sink.accept((bits >> 4) & 0xff);
        } else if (characters == 3) {
            sink.accept((bits >> 10) & 0xff);
            sink.accept((bits >> 2) & 0xff);
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

    private static boolean isPure(Slice line) {
        var text = new String(line.bytes(), StandardCharsets.ISO_8859_1).strip();
        return text.chars().allMatch(c -> c == '=' || VALUES[c] >= 0);
    }
}
