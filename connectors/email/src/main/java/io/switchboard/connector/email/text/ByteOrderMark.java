package io.switchboard.connector.email.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Tells UTF-8 and UTF-16 by their first bytes, and UTF-16 also without a mark by its zeros. */
final class ByteOrderMark {
    private static final int SAMPLE = 4096;
    private static final Map<String, Charset> MARKS = Map.of(
            "\u00ef\u00bb\u00bf", StandardCharsets.UTF_8,
            "\u00ff\u00fe", StandardCharsets.UTF_16LE,
            "\u00fe\u00ff", StandardCharsets.UTF_16BE);

    private ByteOrderMark() {}

    /** The text behind a mark; empty when there is none, or when the mark is wrong. */
    static Optional<String> read(byte[] bytes) {
        var beginning = new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.ISO_8859_1);
        return MARKS.entrySet().stream()
                .filter(mark -> beginning.startsWith(mark.getKey()))
                .findFirst()
                .flatMap(mark -> Charsets.strictly(bytes, mark.getValue()))
                .map(text -> text.substring(1));
    }

    /** UTF-16 without a mark: every eighth of one half of the bytes at least is zero, and none of the other; text knows no zeros. */
    static Optional<Charset> wide(byte[] bytes) {
        var zeros = new int[2];
        var length = Math.min(bytes.length, SAMPLE);
        for (var i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                zeros[i & 1]++;
            }
        }
        var few = Math.max(3, length / 16);
        if (zeros[1] >= few && zeros[0] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] >= few && zeros[1] == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }
}
