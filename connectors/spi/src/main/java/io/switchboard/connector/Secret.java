package io.switchboard.connector;

import java.nio.charset.StandardCharsets;

/** A credential of a connection. Prints as {@code ***}. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret is not empty");
        }
        return new Secret(value);
    }

    public String reveal() {
        return value;
    }

    /** The UTF-8 bytes, as HMAC keys are used by the platforms. */
    public byte[] key() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
