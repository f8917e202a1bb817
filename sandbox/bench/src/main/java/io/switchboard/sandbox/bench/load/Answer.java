package io.switchboard.sandbox.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One answer on a keep-alive connection, read as far as it has come. Takes what HTTP/1.1 servers send to a POST: a status, fields, and a
 * body of known length, in chunks, or until the connection ends.
 */
final class Answer {

    private static final int LIMIT = 64 * 1024;
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private byte[] bytes = new byte[1024];
    private int length;

    // -1 until the head is whole.
    private int bodyAt = -1;
    private int bodyLength;
    private Framing framing = Framing.LENGTH;
    private boolean closes;

    private enum Framing {
        LENGTH,
        CHUNKS,
        END
    }

    void clear() {
        length = 0;
        bodyAt = -1;
    }

    boolean isEmpty() {
        return length == 0;
    }

    void add(java.nio.ByteBuffer read) throws IOException {
        var more = read.remaining();
        if (length + more > LIMIT) {
            throw new IOException("an answer is longer than " + LIMIT + " bytes");
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
        read.get(bytes, length, more);
        length += more;
    }

    /** @throws IOException when this is no answer of HTTP/1.1 */
    boolean isWhole() throws IOException {
        if (bodyAt < 0) {
            var end = indexOf(HEAD_END);
            if (end < 0) {
                return false;
            }
            bodyAt = end + HEAD_END.length;
            readHead(new String(bytes, 0, end, StandardCharsets.ISO_8859_1));
        }
        return switch (framing) {
            case LENGTH -> length >= bodyAt + bodyLength;
            case CHUNKS -> endsWith(LAST_CHUNK);
            case END -> false;
        };
    }

    /** Whether the end of the connection is the end of the answer. */
    boolean isWholeAtEnd() {
        return bodyAt >= 0 && framing == Framing.END;
    }

    /** Once the head is whole. */
    int status() {
        return (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + bytes[STATUS_AT + 2] - '0';
    }

    /** Whether the server closes the connection after this answer. */
    boolean closes() {
        return closes || framing == Framing.END;
    }

    private void readHead(String head) throws IOException {
        if (!head.startsWith("HTTP/1.") || head.length() < STATUS_AT + 3) {
            throw new IOException("an answer does not begin as HTTP/1.1 does");
        }
        framing = status() == 204 ? Framing.LENGTH : Framing.END;
        bodyLength = 0;
        closes = head.startsWith("HTTP/1.0");
        for (var line = head.indexOf('\n'); line >= 0; line = head.indexOf('\n', line + 1)) {
            var colon = head.indexOf(':', line);
            if (colon > 0) {
                var end = head.indexOf('\n', colon);
                var value =
                        head.substring(colon + 1, end < 0 ? head.length() : end).strip();
                field(head.substring(line + 1, colon).toLowerCase(Locale.ROOT), value);
            }
        }
    }

    private void field(String name, String value) throws IOException {
        switch (name) {
            case "content-length" -> {
                framing = Framing.LENGTH;
                bodyLength = Integer.parseInt(value);
            }
            case "transfer-encoding" -> framing = Framing.CHUNKS;
            case "connection" -> closes |= value.equalsIgnoreCase("close");
            default -> {}
        }
    }

    private int indexOf(byte[] wanted) {
        for (var at = 0; at <= length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private boolean endsWith(byte[] wanted) {
        return length - wanted.length >= bodyAt
                && Arrays.equals(bytes, length - wanted.length, length, wanted, 0, wanted.length);
    }
}
