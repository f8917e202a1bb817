package io.switchboard.sandbox.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A buffer that grows once and is written again and again. */
final class Bytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] array;
    private int length;

    Bytes(int capacity) {
        this.array = new byte[capacity];
    }

    /** What was written, followed by rubbish; replaced by the next write. */
    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    byte[] copy() {
        return Arrays.copyOf(array, length);
    }

    Bytes clear() {
        length = 0;
        return this;
    }

    void shorten(int by) {
        length -= by;
    }

    Bytes put(byte[] source) {
        return put(source, source.length);
    }

    Bytes put(byte[] source, int count) {
        room(count);
        System.arraycopy(source, 0, array, length, count);
        length += count;
        return this;
    }

    // Copies the low bytes: half the time of an encoder, and everything written this way is ASCII.
    @SuppressWarnings("deprecation")
    Bytes ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), array, length);
        length += text.length();
        return this;
    }

    Bytes decimal(long number) {
        return ascii(Long.toString(number));
    }

    /** The lowest digits. */
    Bytes hex(long number, int digits) {
        room(digits);
        for (var i = digits - 1; i >= 0; i--) {
            array[length++] = HEX[(int) (number >>> (4 * i)) & 15];
        }
        return this;
    }

    Bytes hex(byte[] source) {
        room(2 * source.length);
        for (var octet : source) {
            array[length++] = HEX[(octet >> 4) & 15];
            array[length++] = HEX[octet & 15];
        }
        return this;
    }

    private void room(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, length + more));
        }
    }
}
