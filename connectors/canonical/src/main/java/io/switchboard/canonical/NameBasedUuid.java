package io.switchboard.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.UUID;

/**
 * Deterministic identifiers: UUID version 5 (RFC 9562 §5.5) in the namespace {@code urn:switchboard:v1}.
 *
 * <p>Parts are normalised to Unicode NFC and joined with U+001F, see {@link UnitSeparated}, so that no two different lists of
 * parts meet in one name. No clock, counter or random value may be a part: a replay must yield the same identifier.
 */
final class NameBasedUuid {

    /** The namespace for URLs, RFC 9562 §6.6. */
    private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final UUID NAMESPACE = hash(URL_NAMESPACE, "urn:switchboard:v1".getBytes(StandardCharsets.UTF_8));

    private NameBasedUuid() {}

    static UUID of(String... parts) {
        var name = UnitSeparated.join(parts).getBytes(StandardCharsets.UTF_8);
        return hash(NAMESPACE, isAscii(name, parts) ? name : normalised(parts));
    }

    /** Such a text is its own normal form. Whatever is not ASCII takes more bytes than characters. */
    private static boolean isAscii(byte[] name, String... parts) {
        var characters = parts.length - 1;
        for (var part : parts) {
            characters += part.length();
        }
        return name.length == characters;
    }

    private static byte[] normalised(String... parts) {
        var normalised = new String[parts.length];
        for (var i = 0; i < parts.length; i++) {
            normalised[i] = Normalizer.normalize(parts[i], Normalizer.Form.NFC);
        }
        return UnitSeparated.join(normalised).getBytes(StandardCharsets.UTF_8);
    }

    private static UUID hash(UUID namespace, byte[] name) {
        var sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        var digest = ByteBuffer.wrap(sha1.digest(name));
        var high = (digest.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        var low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-1", absent);
        }
    }
}
