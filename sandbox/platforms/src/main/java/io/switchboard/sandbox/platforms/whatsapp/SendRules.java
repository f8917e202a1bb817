package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the messages endpoint refuses at once. Sources: WhatsApp Cloud API, Messages reference, and the page of each message
 * type.
 */
final class SendRules {

    private static final int TEXT_LIMIT = 4096;
    private static final int CALLBACK_DATA_LIMIT = 512;
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{3,24}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");

    private final MediaStore media;

    SendRules(MediaStore media) {
        this.media = media;
    }

    Optional<GraphError> objection(SendRequest request) {
        if (!request.text("messaging_product").equals(Optional.of("whatsapp"))) {
            return missing("messaging_product");
        }
        if (request.isReadMark()) {
            return request.text("message_id").isPresent() ? Optional.empty() : missing("message_id");
        }
        return address(request).or(() -> callbackData(request)).or(() -> content(request));
    }

    private static Optional<GraphError> address(SendRequest request) {
        if (request.text("to").isPresent()) {
            return matches(PHONE, request.text("to")) ? Optional.empty() : invalid("to is not a phone number");
        }
        if (request.text("recipient").isPresent()) {
            return matches(USER_ID, request.text("recipient"))
                    ? Optional.empty()
                    : invalid("recipient is not a business-scoped user id");
        }
        return missing("to");
    }

    private static Optional<GraphError> callbackData(SendRequest request) {
        return request.text("biz_opaque_callback_data")
                .filter(data -> data.length() > CALLBACK_DATA_LIMIT)
                .map(data -> tooLong("biz_opaque_callback_data", CALLBACK_DATA_LIMIT));
    }

    private Optional<GraphError> content(SendRequest request) {
        var content = request.content();
        return switch (request.type()) {
            case "text" -> text(content);
            case "template" -> required(content, "/name").or(() -> required(content, "/language/code"));
            case "reaction" -> required(content, "/message_id").or(() -> required(content, "/emoji"));
            case "location" -> required(content, "/latitude").or(() -> required(content, "/longitude"));
            case "interactive" -> required(content, "/type").or(() -> required(content, "/action"));
            case "contacts" -> required(content, "/0/name/formatted_name");
            default -> MEDIA.contains(request.type()) ? media(content) : invalid("type is not a known message type");
        };
    }

    private static Optional<GraphError> text(JsonNode content) {
        var body = content.path("body").asText();
        if (body.isBlank()) {
            return missing("text['body']");
        }
        return body.codePointCount(0, body.length()) > TEXT_LIMIT
                ? Optional.of(tooLong("text['body']", TEXT_LIMIT))
                : Optional.empty();
    }

    private Optional<GraphError> media(JsonNode content) {
        var id = content.path("id").asText();
        var link = content.path("link").asText();
        if (id.isEmpty() == link.isEmpty()) {
            return invalid("exactly one of id and link is needed");
        }
        if (!link.isEmpty()) {
            return link.matches("https?://.+") ? Optional.empty() : invalid("link is not an http address");
        }
        return media.find(id).isPresent() ? Optional.empty() : Optional.of(GraphError.documented(131009));
    }

    private static Optional<GraphError> required(JsonNode content, String pointer) {
        return content.at(pointer).isMissingNode() ? Optional.of(GraphError.documented(131008)) : Optional.empty();
    }

    private static boolean matches(Pattern form, Optional<String> value) {
        return value.filter(text -> form.matcher(text).matches()).isPresent();
    }

    private static Optional<GraphError> missing(String parameter) {
        return Optional.of(
                GraphError.parameter("The parameter %s is required.".formatted(parameter), "Parameter is missing."));
    }

    private static Optional<GraphError> invalid(String details) {
        return Optional.of(GraphError.parameter("Invalid parameter", details));
    }

    private static GraphError tooLong(String parameter, int limit) {
        return GraphError.parameter(
                "Param %s must be at most %d characters long.".formatted(parameter, limit), "Value is too long.");
    }
}
