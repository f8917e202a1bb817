package io.switchboard.connector.email.bytes;

import java.util.HexFormat;

/** Quoted-printable (RFC 2045 §6.7). An equals sign that encodes nothing stands for itself. */
public final class QuotedPrintable {

    private QuotedPrintable() {}

    public static boolean decode(Slice encoded, Sink sink) {
        var pieces = new Pieces(sink);
        var sound = decode(encoded, pieces);
        pieces.flush();
        return sound;
    }

    private static boolean decode(Slice encoded, Pieces pieces) {
        var sound = true;
        var lines = new Lines(encoded);
        while (lines.advance()) {
            var text = withoutPadding(lines.line());
            var softBreak = text.length() > 0 && text.at(text.length() - 1) == '=';
            sound &= decodeLine(softBreak ? text.limited(text.length() - 1) : text, pieces);
            if (!softBreak) {
                for (var i = lines.end(); i < lines.next(); i++) {
                    pieces.put(encoded.at(i));
                }
            }
        }
        return sound;
    }

    private static boolean decodeLine(Slice line, Pieces pieces) {
        var sound = true;
        for (var i = 0; i < line.length(); i++) {
            var c = line.at(i);
            if (c == '=' && isHexDigit(line, i + 1) && isHexDigit(line, i + 2)) {
                pieces.put((HexFormat.fromHexDigit(line.at(i + 1)) << 4) | HexFormat.fromHexDigit(line.at(i + 2)));
                i += 2;
            } else {
                sound &= c != '=';
                pieces.put(c);
            }
        }
        return sound;
    }

    /** Blanks at the end of a line were added on the way. */
    private static Slice withoutPadding(Slice line) {
        var end = line.length();
        while (end > 0 && (line.at(end - 1) == ' ' || line.at(end - 1) == '\t')) {
            end--;
        }
        return line.limited(end);
    }

    private static boolean isHexDigit(Slice line, int at) {
        return at < line.length() && HexFormat.isHexDigit(line.at(at));
    }
}
