package io.switchboard.connector;

import io.switchboard.canonical.DeliveryId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One arrival at the edge, exactly as it came.
 *
 * @param receivedAt when its last byte arrived
 * @param method the HTTP method; {@code SMTP} or {@code IMAP} for mail
 * @param target path and query of the request as it came, such as {@code /hooks/whatsapp/demo-whatsapp?hub.mode=subscribe}
 */
public record Delivery(DeliveryId id, Instant receivedAt, String method, String target, Headers headers, Body body) {

    /** A parameter of the query (RFC 3986 §3.4, form-encoded), decoded; the first where it repeats. */
    public Optional<String> queryParameter(String name) {
        var question = target.indexOf('?');
        if (question < 0) {
            return Optional.empty();
        }
        return Arrays.stream(target.substring(question + 1).split("&", -1))
                .filter(pair -> decoded(pair.split("=", 2)[0]).equals(name))
                .map(pair -> pair.contains("=") ? decoded(pair.split("=", 2)[1]) : "")
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "Delivery[" + id + ", " + body.size() + " bytes]";
    }
}
