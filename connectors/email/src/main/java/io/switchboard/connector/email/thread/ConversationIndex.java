package io.switchboard.connector.email.thread;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Outlook's and Exchange's {@code Thread-Index}: base64 of 22 bytes that all mails of a conversation share, and 5 more for each answer
 * ([MS-OXOMSG] 2.2.1.3).
 */
final class ConversationIndex {

    private static final int SHARED = 22;
    private static final int MAX_LENGTH = 4_000;

    private ConversationIndex() {}

    static Optional<String> read(String field) {
        if (field.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(field);
            return bytes.length < SHARED
                    ? Optional.empty()
                    : Optional.of("tix:" + HexFormat.of().formatHex(Arrays.copyOf(bytes, SHARED)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
