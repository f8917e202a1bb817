package io.switchboard.sandbox.platforms.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.OptionalInt;

/**
 * An error as the Graph API tells it: an HTTP status and the envelope
 * {@code {"error":{message, type, code, error_subcode?, error_data{messaging_product, details}, fbtrace_id}}}.
 * Source: WhatsApp Cloud API, Error codes.
 */
record GraphError(int status, int code, OptionalInt subcode, String type, String message, String details) {

    static GraphError documented(int code) {
        return ErrorCatalogue.error(code);
    }

    /** A parameter that is missing, of the wrong form or too long. */
    static GraphError parameter(String message, String details) {
        return new GraphError(400, 100, OptionalInt.empty(), "OAuthException", "(#100) " + message, details);
    }

    /** What the API says of an object it does not know or does not show. */
    static GraphError unknownObject(String method, String id) {
        var message = "Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to missing"
                + " permissions, or does not support this operation";
        return new GraphError(
                400, 100, OptionalInt.of(33), "GraphMethodException", message.formatted(method, id), message);
    }

    GraphError withStatus(int changed) {
        return new GraphError(changed, code, subcode, type, message, details);
    }

    ResponseDefinitionBuilder response(String trace) {
        return GraphAnswer.json(status, envelope(trace));
    }

    /** The same error as an element of {@code statuses[].errors[]}. */
    ObjectNode inStatus() {
        var title = ErrorCatalogue.title(code);
        var error = Json.object().put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", details);
        return error.put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
    }

    private ObjectNode envelope(String trace) {
        var envelope = Json.object();
        var error = envelope.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("code", code);
        subcode.ifPresent(value -> error.put("error_subcode", value));
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        error.put("fbtrace_id", trace);
        return envelope;
    }
}
