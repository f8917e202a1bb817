package io.switchboard.sandbox.platforms.shopify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.List;

/** Answers of the Admin API. Source: shopify.dev, Response codes and Rate limits. */
final class ShopAnswer {

    private static final String CALL_LIMIT = "X-Shopify-Shop-Api-Call-Limit";

    private ShopAnswer() {}

    static ResponseDefinitionBuilder json(int status, JsonNode body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withHeader(CALL_LIMIT, "1/40")
                .withBody(Json.write(body));
    }

    static ResponseDefinitionBuilder error(int status, String errors) {
        return json(status, Json.object().put("errors", errors));
    }

    static ResponseDefinitionBuilder notFound() {
        return error(404, "Not Found");
    }

    static ResponseDefinitionBuilder wrongToken() {
        return error(401, "[API] Invalid API key or access token (unrecognized login or wrong password)");
    }

    /** The leaky bucket of REST has run over. */
    static ResponseDefinitionBuilder restThrottled() {
        var body = Json.object()
                .put(
                        "errors",
                        "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.");
        return aResponse()
                .withStatus(429)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withHeader(CALL_LIMIT, "40/40")
                .withHeader("Retry-After", "2.0")
                .withBody(Json.write(body));
    }

    /** The same told by GraphQL: status 200 and an error code. */
    static ResponseDefinitionBuilder graphThrottled() {
        var body = Json.object();
        body.set("errors", errors("Throttled", "THROTTLED"));
        return json(200, body);
    }

    static ArrayNode errors(String message, String code) {
        var error = Json.object().put("message", message);
        error.putObject("extensions").put("code", code);
        return Json.array(List.of(error));
    }
}
