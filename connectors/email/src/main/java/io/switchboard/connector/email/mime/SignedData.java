package io.switchboard.connector.email.mime;

import io.switchboard.connector.email.bytes.Slice;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Takes the content out of CMS signed data (RFC 5652 §5), the envelope of an S/MIME mail that is signed but not encrypted. The
 * signature is not looked at.
 */
final class SignedData {
    private static final byte[] SIGNED_DATA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
    };
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INTEGER = 0x02;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int EXPLICIT = 0xa0;
    private static final int END = 0x00;
    private static final int INDEFINITE = -1;

    private final byte[] bytes;
    private int at;
    private int tag;
    private int length;

    private SignedData(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Empty when it is something else, or signs what is not inside. */
    static Optional<byte[]> content(byte[] bytes) {
        var data = new SignedData(bytes);
        var begins = data.enter(SEQUENCE)
                && data.next(OBJECT_IDENTIFIER)
                && Slice.of(bytes).startsWith(SIGNED_DATA, data.at)
                && data.skip()
                && data.enter(EXPLICIT)
                && data.enter(SEQUENCE)
                && data.next(INTEGER)
                && data.skip()
                && data.next(SET)
                && data.skip()
                && data.enter(SEQUENCE)
                && data.next(OBJECT_IDENTIFIER)
                && data.skip()
                && data.enter(EXPLICIT);
        return begins ? data.octets() : Optional.empty();
    }

    /** One string, or pieces of one in any nesting; they end where something else begins. */
    private Optional<byte[]> octets() {
        var content = new ByteArrayOutputStream();
        var found = false;
        while (header() && (tag == OCTETS || tag == OCTETS_IN_PIECES)) {
            found = true;
            if (tag == OCTETS && length >= 0) {
                var taken = Math.min(length, bytes.length - at);
                content.write(bytes, at, taken);
                at += taken;
            }
        }
        return found ? Optional.of(content.toByteArray()) : Optional.empty();
    }

    private boolean enter(int expected) {
        return header() && tag == expected;
    }

    private boolean next(int expected) {
        return header() && tag == expected && length >= 0;
    }

    private boolean skip() {
        at = (int) Math.min(bytes.length, (long) at + length);
        return at < bytes.length;
    }

    /** Reads tag and length (X.690 §8.1). */
    private boolean header() {
        if (at + 2 > bytes.length) {
            return false;
        }
        tag = bytes[at++] & 0xff;
        var first = bytes[at++] & 0xff;
        if (first < 0x80) {
            length = first;
            return tag != END || first != 0;
        }
        var count = first & 0x7f;
        if (count > 4 || at + count > bytes.length) {
            return false;
        }
        length = count == 0 ? INDEFINITE : 0;
        for (var i = 0; i < count; i++) {
            length = (length << 8) | (bytes[at++] & 0xff);
        }
        return count == 0 || length >= 0;
    }
}
