package io.switchboard.connector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Raw bytes as they were signed. Shared, not copied: nobody writes to them. */
public final class Body {

    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    /** Computed once it is asked for; several threads may do so at once and find the same. */
    private @Nullable String sha256;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes);
    }

    public static Body ofText(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    /** The bytes as UTF-8, malformed input replaced. */
    public String asText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Lower-case hex. */
    public String sha256() {
        var known = sha256;
        if (known == null) {
            known = HexFormat.of().formatHex(digest());
            sha256 = known;
        }
        return known;
    }

    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Body[" + bytes.length + " bytes]";
    }
}
