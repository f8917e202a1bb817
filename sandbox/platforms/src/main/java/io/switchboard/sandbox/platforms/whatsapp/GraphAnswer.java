package io.switchboard.sandbox.platforms.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/** Answers of the Graph API that are not errors. */
final class GraphAnswer {

    private GraphAnswer() {}

    static ResponseDefinitionBuilder json(int status, JsonNode body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=UTF-8")
                .withBody(MetaJson.write(body));
    }
}
