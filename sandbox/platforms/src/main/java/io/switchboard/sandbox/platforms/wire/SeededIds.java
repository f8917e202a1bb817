package io.switchboard.sandbox.platforms.wire;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/**
 * Ids that look random and repeat for the same seed and the same order of calls. Whoever keeps data between runs must
 * pass a fresh seed each run: the same ids would be taken, rightly, for redeliveries.
 */
public final class SeededIds {

    private final Random random;

    public SeededIds(long seed) {
        this.random = new Random(seed);
    }

    public synchronized byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    public String upperHex(int byteCount) {
        return HexFormat.of().withUpperCase().formatHex(bytes(byteCount));
    }

    public String lowerHex(int byteCount) {
        return HexFormat.of().formatHex(bytes(byteCount));
    }

    public String urlSafeBase64(int byteCount) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(byteCount));
    }

    /** Decimal digits, the first never zero. */
    public synchronized String digits(int count) {
        var digits = new StringBuilder(count).append(1 + random.nextInt(9));
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** An integer above 2^53, which a reader that goes through a double cannot keep. */
    public synchronized long beyondDouble() {
        return (1L << 54) + random.nextLong(1L << 56) * 2 + 1;
    }

    /** A UUID of version 4. */
    public UUID uuid() {
        var bytes = bytes(16);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        return new UUID(bigEndian(bytes, 0), bigEndian(bytes, 8));
    }

    private static long bigEndian(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + 8; i++) {
            value = (value << 8) | (bytes[i] & 0xff);
        }
        return value;
    }
}
