package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.Optional;
import java.util.stream.Stream;

/** The body of {@code POST /{phone-number-id}/messages}, read but not yet judged. */
record SendRequest(ObjectNode json) {

    Optional<String> text(String field) {
        return Optional.ofNullable(json.get(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** A body without a type is a text. */
    String type() {
        return text("type").orElse("text");
    }

    boolean isReadMark() {
        return text("status").filter("read"::equals).isPresent();
    }

    /** The object named like the type; missing when absent. */
    JsonNode content() {
        return json.path(type());
    }

    SentMessage accepted(String wamid) {
        return new SentMessage(
                wamid,
                text("to"),
                text("recipient"),
                type(),
                readable(),
                Optional.ofNullable(json.path("context").path("message_id").textValue()),
                text("biz_opaque_callback_data"),
                Json.write(json));
    }

    private String readable() {
        var content = content();
        return Stream.of("/body", "/caption", "/body/text", "/emoji", "/name")
                .map(content::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("");
    }
}
