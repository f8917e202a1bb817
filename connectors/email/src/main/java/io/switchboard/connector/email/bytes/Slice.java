package io.switchboard.connector.email.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A range of a mail's bytes. Nothing is copied before it is decoded, so that a mail of 50 MB costs no second 50 MB. */
public final class Slice {

    public static final Slice EMPTY = of(new byte[0]);

    private final byte[] source;
    private final int from;
    private final int to;

    private Slice(byte[] source, int from, int to) {
        this.source = source;
        this.from = from;
        this.to = to;
    }

    public static Slice of(byte[] bytes) {
        return new Slice(bytes, 0, bytes.length);
    }

    public int length() {
        return to - from;
    }

    public byte at(int index) {
        return source[from + index];
    }

    /** From one position to another, both counted from this slice's start. */
    public Slice sub(int start, int end) {
        return new Slice(source, from + start, from + end);
    }

    public Slice limited(int length) {
        return length() <= length ? this : sub(0, length);
    }

    public boolean isBlank() {
        for (var i = from; i < to; i++) {
            if (source[i] < 0 || source[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Where these bytes stand first; -1 when they do not. */
    public int indexOf(byte[] searched, int start) {
        for (var i = from + start; i <= to - searched.length; i++) {
            if (source[i] == searched[0]
                    && Arrays.equals(source, i, i + searched.length, searched, 0, searched.length)) {
                return i - from;
            }
        }
        return -1;
    }

    public boolean startsWith(byte[] prefix, int at) {
        return at + prefix.length <= length()
                && Arrays.equals(source, from + at, from + at + prefix.length, prefix, 0, prefix.length);
    }

    public void writeTo(Sink sink) {
        sink.write(source, from, length());
    }

    /** Where the byte first stands at or after a position; -1 when it does not. */
    public int indexOf(byte wanted, int start) {
        for (var i = from + start; i < to; i++) {
            if (source[i] == wanted) {
                return i - from;
            }
        }
        return -1;
    }

    public void update(MessageDigest digest) {
        digest.update(source, from, length());
    }

    public void putInto(ByteBuffer target) {
        target.put(source, from, length());
    }

    void copy(int start, byte[] target, int offset, int length) {
        System.arraycopy(source, from + start, target, offset, length);
    }

    public byte[] bytes() {
        return Arrays.copyOfRange(source, from, to);
    }

    /** Every byte as the character of the same number: nothing is lost, nothing is interpreted. */
    public String asLatin1() {
        return new String(source, from, length(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "Slice[" + length() + " bytes]";
    }
}
