package io.switchboard.connector.email.bytes;

import java.util.Base64;
import java.util.Optional;

/** Base64 of a proof (RFC 4648 §3.5): one spelling for the same bytes, or none. What mails contain is read by {@link Base64Text}. */
public final class StrictBase64 {

    private StrictBase64() {}

    public static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
