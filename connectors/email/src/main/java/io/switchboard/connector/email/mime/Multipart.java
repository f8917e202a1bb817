package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Lines;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts the body of a multipart at its delimiter lines (RFC 2046 §5.1.1). */
public final class Multipart {

    private static final byte[] DASHES = {'-', '-'};

    private final Slice body;
    private final byte[] delimiter;
    private final List<Slice> parts = new ArrayList<>();

    private Multipart(Slice body, byte[] delimiter) {
        this.body = body;
        this.delimiter = delimiter;
    }

    /** The parts in their order; empty when there is no delimiter line. */
    static List<Slice> split(MediaType type, Slice body, Repairs repairs) {
        var boundary = type.header().token("boundary").orElse("");
        for (var candidate : List.of(boundary, boundary.stripTrailing())) {
            var parts = candidate.isEmpty() ? List.<Slice>of() : split(body, "--" + candidate, repairs);
            if (!parts.isEmpty()) {
                return parts;
            }
        }
        var guessed = guessedDelimiter(body);
        if (guessed.isEmpty()) {
            return List.of();
        }
        repairs.note("the declared boundary is missing or wrong, another was found in the body");
        return split(body, guessed, repairs);
    }

    private static List<Slice> split(Slice body, String delimiter, Repairs repairs) {
        var multipart = new Multipart(body, delimiter.getBytes(StandardCharsets.ISO_8859_1));
        if (!multipart.split()) {
            repairs.note("multipart without closing delimiter");
        }
        return multipart.parts;
    }

    /**
     * Where a mail has one delimiter for two multiparts, the closing one comes before the last part.
     *
     * @return whether the closing delimiter was there
     */
    private boolean split() {
        var lines = new Lines(body);
        var partStart = -1;
        var previousEnd = 0;
        var closed = false;
        while (lines.advance()) {
            var tail = tailOfDelimiter(lines);
            if (tail != Tail.NONE) {
                if (partStart >= 0) {
                    parts.add(body.sub(partStart, Math.max(partStart, previousEnd)));
                }
                closed |= tail == Tail.CLOSING;
                partStart = tail == Tail.CLOSING ? -1 : lines.next();
            }
            previousEnd = lines.end();
        }
        if (partStart >= 0 && partStart < body.length()) {
            parts.add(body.sub(partStart, body.length()));
        }
        return closed || parts.isEmpty();
    }

    private enum Tail {
        NONE,
        OPENING,
        CLOSING
    }

    private Tail tailOfDelimiter(Lines lines) {
        if (!body.startsWith(delimiter, lines.start()) || lines.start() + delimiter.length > lines.end()) {
            return Tail.NONE;
        }
        var tail = body.sub(lines.start() + delimiter.length, lines.end());
        if (tail.isBlank()) {
            return Tail.OPENING;
        }
        return tail.startsWith(DASHES, 0) && tail.sub(2, tail.length()).isBlank() ? Tail.CLOSING : Tail.NONE;
    }

    /** The first line that begins with two dashes and is followed by a field that describes content. */
    private static String guessedDelimiter(Slice body) {
        var lines = new Lines(body);
        while (lines.advance()) {
            if (lines.line().length() > 2 && body.startsWith(DASHES, lines.start())) {
                var next = lines.following();
                if (next.advance() && isContentField(next.line())) {
                    return lines.line().asLatin1().stripTrailing();
                }
            }
        }
        return "";
    }

    private static boolean isContentField(Slice line) {
        return line.length() > 8 && line.limited(8).asLatin1().equalsIgnoreCase("content-");
    }
}
