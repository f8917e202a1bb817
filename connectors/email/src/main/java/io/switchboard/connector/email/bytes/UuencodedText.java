package io.switchboard.connector.email.bytes;

import java.nio.charset.StandardCharsets;

/** Uuencode, as POSIX describes it: {@code begin}, lines that begin with their length, {@code end}. */
public final class UuencodedText {

    private static final byte[] BEGIN = "begin ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "end".getBytes(StandardCharsets.US_ASCII);

    private UuencodedText() {}

    public static boolean decode(Slice encoded, Sink sink) {
        var pieces = new Pieces(sink);
        var lines = new Lines(encoded);
        while (lines.advance()) {
            if (lines.line().startsWith(BEGIN, 0)) {
                var sound = decodeLines(lines, pieces);
                pieces.flush();
                return sound;
            }
        }
        encoded.writeTo(sink);
        return false;
    }

    private static boolean decodeLines(Lines lines, Pieces pieces) {
        while (lines.advance()) {
            var line = lines.line();
            if (line.startsWith(END, 0)) {
                return true;
            }
            if (line.length() > 0) {
                decodeLine(line, pieces);
            }
        }
        return false;
    }

    private static void decodeLine(Slice line, Pieces pieces) {
        var remaining = value(line, 0);
        for (var at = 1; remaining > 0; at += 4, remaining -= 3) {
            var bits = (value(line, at) << 18)
                    | (value(line, at + 1) << 12)
                    | (value(line, at + 2) << 6)
                    | value(line, at + 3);
            for (var i = 0; i < Math.min(3, remaining); i++) {
                pieces.put(bits >> (16 - 8 * i));
            }
        }
    }

    /** Blanks at a line's end are often lost on the way; they stand for 0. */
    private static int value(Slice line, int at) {
        return at < line.length() ? (line.at(at) - ' ') & 0x3f : 0;
    }
}
