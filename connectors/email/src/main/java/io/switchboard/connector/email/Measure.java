package io.switchboard.connector.email;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntConsumer;

/** Takes the bytes of a file as they are decoded and keeps only their number and SHA-256. */
final class Measure implements IntConsumer {

    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[8192];
    private int filled;
    private long size;

    @Override
    public void accept(int value) {
        buffer[filled++] = (byte) value;
        size++;
        if (filled == buffer.length) {
            flush();
        }
    }

    void accept(String text) {
        text.chars().forEach(this);
    }

    long size() {
        return size;
    }

    /** Lower-case hex. Called once, at the end. */
    String sha256Hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
