package io.switchboard.connector.meta;

import io.switchboard.connector.payload.Payload;
import java.util.Optional;

/**
 * The Graph API's own word for what went wrong. Meta asks to decide by {@code code} and {@code details}; messages and titles change.
 *
 * @param details the reason in prose; may name phone numbers, so it is never printed
 */
public record GraphError(long code, Optional<Long> subcode, Optional<String> details) {

    /** Reads an {@code error} object, as answers carry it, or an element of {@code errors[]}, as deliveries do. */
    public static GraphError read(Payload error) {
        return new GraphError(
                error.require("code").asWhole(),
                error.whole("error_subcode"),
                error.get("error_data").flatMap(data -> data.text("details")).or(() -> error.text("message")));
    }

    @Override
    public String toString() {
        return "GraphError[" + code + "]";
    }
}
