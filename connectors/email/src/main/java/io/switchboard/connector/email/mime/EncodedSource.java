package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Base64Text;
import io.switchboard.connector.email.bytes.Collected;
import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.tnef.TnefRange;
import io.switchboard.connector.email.tnef.TnefSource;
import java.util.Optional;

/**
 * The decoded bytes of a part at any place. Of base64 in lines of one length, which is how programs write it, nothing is decoded
 * before it is asked for: where a byte stands can be computed.
 */
final class EncodedSource implements TnefSource {
    /** What is not that regular is decoded as a whole, up to this. */
    static final int MAX_IN_MEMORY = 8 * 1024 * 1024;

    private final Slice text;
    private final TransferDecoding decoding;
    private final int size;
    /** Characters of a line, and of a line with its end. */
    private final int line;

    private final int stride;

    private EncodedSource(Slice text, TransferDecoding decoding, int size, int line, int stride) {
        this.text = text;
        this.decoding = decoding;
        this.size = size;
        this.line = line;
        this.stride = stride;
    }

    /** Empty when it is too irregular for its size. */
    static Optional<EncodedSource> of(Encoded content) {
        if (content.decoding() == TransferDecoding.IDENTITY) {
            return Optional.of(plain(content.slice()));
        }
        var grid =
                content.decoding() == TransferDecoding.BASE64 ? grid(content.slice()) : Optional.<EncodedSource>empty();
        if (grid.isPresent()) {
            return grid;
        }
        var collected = new Collected(64 * 1024, MAX_IN_MEMORY);
        content.decode(collected);
        return collected.overflowed() ? Optional.empty() : Optional.of(plain(Slice.of(collected.bytes())));
    }

    private static EncodedSource plain(Slice slice) {
        return new EncodedSource(slice, TransferDecoding.IDENTITY, slice.length(), 0, 0);
    }

    /** Lines of one length that whole groups fill, the last one shorter. */
    private static Optional<EncodedSource> grid(Slice text) {
        var line = alphabetEnd(text, 0);
        if (line == 0 || line % 4 != 0) {
            return Optional.empty();
        }
        var stride = lineEnd(text, line);
        var at = 0;
        var characters = 0;
        while (at < text.length()) {
            var end = alphabetEnd(text, at);
            characters += end - at;
            var last = end - at < line || end >= text.length();
            if (last) {
                return isEnd(text, end)
                        ? Optional.of(new EncodedSource(
                                text, TransferDecoding.BASE64, (int) (characters * 3L / 4), line, stride))
                        : Optional.empty();
            }
            if (end - at != line || lineEnd(text, end) - at != stride) {
                return Optional.empty();
            }
            at += stride;
        }
        return Optional.of(new EncodedSource(text, TransferDecoding.BASE64, (int) (characters * 3L / 4), line, stride));
    }

    private static int alphabetEnd(Slice text, int start) {
        var end = start;
        while (end < text.length() && Base64Text.value(text.at(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int lineEnd(Slice text, int end) {
        var next = end < text.length() && text.at(end) == '\r' ? end + 1 : end;
        return next < text.length() && text.at(next) == '\n' ? next + 1 : next;
    }

    /** Nothing but padding and blanks. */
    private static boolean isEnd(Slice text, int start) {
        for (var i = start; i < text.length(); i++) {
            if (text.at(i) != '=' && text.at(i) != '\r' && text.at(i) != '\n' && text.at(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int at(int index) {
        if (decoding == TransferDecoding.IDENTITY) {
            return text.at(index) & 0xff;
        }
        var character = index / 3 * 4 + index % 3;
        var bits = (value(character) << 6) | value(character + 1);
        return (bits >> (4 - 2 * (index % 3))) & 0xff;
    }

    private int value(int character) {
        var at = place(character);
        return at < text.length() ? Math.max(0, Base64Text.value(text.at(at))) : 0;
    }

    private int place(int character) {
        return line == 0 ? character : character / line * stride + character % line;
    }

    /** A piece of it as the content of a part of its own. */
    Encoded content(TnefRange range) {
        if (decoding == TransferDecoding.IDENTITY) {
            return Encoded.plain(text.sub(range.from(), range.to()));
        }
        var start = place(range.from() / 3 * 4);
        var end = Math.min(text.length(), place((range.to() + 2) / 3 * 4));
        return new Encoded(text.sub(Math.min(start, end), end), decoding, range.from() % 3, range.length());
    }
}
