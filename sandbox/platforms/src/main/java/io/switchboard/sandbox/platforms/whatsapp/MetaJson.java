package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.sandbox.platforms.wire.Json;

/**
 * JSON in the spelling Meta sends and signs: everything outside ASCII as lower-case {@code \u00e4}, slashes as
 * {@code \/}. A receiver that parses and writes again before it verifies gets other bytes. Source as for
 * {@link MetaSignature}.
 */
final class MetaJson {

    private MetaJson() {}

    static String write(JsonNode node) {
        var plain = Json.write(node);
        var escaped = new StringBuilder(plain.length() + 64);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c > 0x7e) {
                escaped.append(String.format("\\u%04x", (int) c));
            } else if (c == '/') {
                escaped.append("\\/");
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
