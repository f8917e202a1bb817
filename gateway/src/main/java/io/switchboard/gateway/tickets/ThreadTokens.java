package io.switchboard.gateway.tickets;

import io.switchboard.canonical.ConnectionId;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadId;
import io.switchboard.connector.HmacSha256;
import io.switchboard.gateway.connections.SigningKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The name of a thread as it travels in our mails: its id and 80 bits of an HMAC over tenant, connection and thread, in 42 characters of
 * base32 (RFC 4648 §6), lower-case, because some mail servers fold case. Nobody can make one; one of another connection is none here.
 */
@Component
public class ThreadTokens {

    private static final String KEY = "thread-token";
    private static final int ID = 16;
    private static final int MAC = 10;
    private static final int LENGTH = 42;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private final SigningKeys keys;

    ThreadTokens(SigningKeys keys) {
        this.keys = keys;
    }

    public String sign(TenantId tenant, ConnectionId connection, ThreadId thread) {
        var bytes = ByteBuffer.allocate(ID + MAC).put(id(thread)).put(mac(tenant, connection, thread));
        return base32(bytes.array());
    }

    /** The thread a token names; empty when it was not signed here, or for another connection. */
    Optional<ThreadId> read(TenantId tenant, ConnectionId connection, String token) {
        if (token.length() != LENGTH || token.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.empty();
        }
        var bytes = bytes(token);
        var id = ByteBuffer.wrap(bytes);
        var thread = new ThreadId(new UUID(id.getLong(), id.getLong()));
        var signature = Arrays.copyOfRange(bytes, ID, ID + MAC);
        return MessageDigest.isEqual(signature, mac(tenant, connection, thread))
                ? Optional.of(thread)
                : Optional.empty();
    }

    private byte[] mac(TenantId tenant, ConnectionId connection, ThreadId thread) {
        var text = tenant.value() + '\u001F' + connection + '\u001F' + thread;
        var whole = HmacSha256.of(keys.of(KEY), text.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(whole, MAC);
    }

    private static byte[] id(ThreadId thread) {
        return ByteBuffer.allocate(ID)
                .putLong(thread.value().getMostSignificantBits())
                .putLong(thread.value().getLeastSignificantBits())
                .array();
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder(LENGTH);
        var buffer = 0;
        var bits = 0;
        for (var b : bytes) {
            buffer = (buffer << 8) | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static byte[] bytes(String token) {
        var bytes = ByteBuffer.allocate(ID + MAC);
        var buffer = 0;
        var bits = 0;
        for (var i = 0; i < token.length() && bytes.hasRemaining(); i++) {
            buffer = (buffer << 5) | ALPHABET.indexOf(token.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
