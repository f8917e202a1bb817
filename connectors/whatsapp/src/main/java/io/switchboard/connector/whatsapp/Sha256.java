package io.switchboard.connector.whatsapp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Hashes as WhatsApp writes them: base64 in deliveries, hex from the media endpoint. Ours are lower-case hex. */
final class Sha256 {

    private static final int BYTES = 32;

    private Sha256() {}

    /** @return empty when the text is no SHA-256 */
    static Optional<String> hex(String text) {
        if (text.matches("[0-9a-fA-F]{64}")) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text))
                    .filter(hash -> hash.length == BYTES)
                    .map(HexFormat.of()::formatHex);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
