package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Slice;
import io.switchboard.connector.email.text.Charsets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Decodes {@code =?charset?B?…?=} and {@code =?charset?Q?…?=} (RFC 2047), also within words, within quotes, with blanks inside and
 * without an end. Neighbours in one charset are joined before their bytes become characters, because senders cut multi-byte
 * characters in half.
 */
final class EncodedWords {

    private static final int MAX_CHARSET_NAME = 60;

    private final String text;
    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";
    private int knownEnd = -1;

    private EncodedWords(String text) {
        this.text = text;
    }

    /** @param end behind the whole word */
    private record Word(String charset, boolean base64, String content, int end) {}

    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).decode() : text;
    }

    private String decode() {
        var copied = 0;
        var at = text.indexOf("=?");
        while (at >= 0) {
            var word = wordAt(at);
            if (word.isPresent()) {
                between(text.substring(copied, at));
                append(word.get());
                copied = word.get().end();
            }
            at = text.indexOf("=?", word.map(Word::end).orElse(at + 2));
        }
        flush();
        return decoded.append(text, copied, text.length()).toString();
    }

    /** Blanks between two encoded words are not part of the text (RFC 2047 §6.2). */
    private void between(String plain) {
        if (pending.size() == 0 || !plain.isBlank()) {
            flush();
            decoded.append(plain);
        }
    }

    private void append(Word word) {
        if (!word.charset().equals(pendingCharset)) {
            flush();
        }
        pendingCharset = word.charset();
        var decoding = word.base64() ? TransferDecoding.BASE64 : TransferDecoding.QUOTED_PRINTABLE;
        var content = word.base64()
                ? word.content()
                : word.content().replace("_", "=20").replace(" ", "=20");
        decoding.decode(Slice.of(content.getBytes(StandardCharsets.UTF_8)), pending::write);
    }

    private void flush() {
        if (pending.size() > 0) {
            decoded.append(Charsets.decode(pending.toByteArray(), pendingCharset));
            pending.reset();
        }
    }

    private Optional<Word> wordAt(int start) {
        var charsetEnd = text.indexOf('?', start + 2, Math.min(text.length(), start + 2 + MAX_CHARSET_NAME));
        if (charsetEnd < 0 || charsetEnd + 2 >= text.length() || text.charAt(charsetEnd + 2) != '?') {
            return Optional.empty();
        }
        var charset = text.substring(start + 2, charsetEnd).split("\\*", 2)[0].toLowerCase(Locale.ROOT);
        var encoding = Character.toLowerCase(text.charAt(charsetEnd + 1));
        if (charset.isBlank() || charset.contains(" ") || (encoding != 'b' && encoding != 'q')) {
            return Optional.empty();
        }
        var contentStart = charsetEnd + 3;
        var contentEnd = contentEnd(contentStart);
        var closed = text.startsWith("?=", contentEnd);
        return Optional.of(new Word(
                charset, encoding == 'b', text.substring(contentStart, contentEnd), contentEnd + (closed ? 2 : 0)));
    }

    /** The closing mark; where it is missing, the next word, or the end of the text. */
    private int contentEnd(int from) {
        if (knownEnd < from) {
            var mark = text.indexOf("?=", from);
            knownEnd = mark < 0 ? text.length() : mark;
        }
        var nextWord = text.indexOf("=?", from, knownEnd);
        return nextWord >= 0 ? nextWord : knownEnd;
    }
}
