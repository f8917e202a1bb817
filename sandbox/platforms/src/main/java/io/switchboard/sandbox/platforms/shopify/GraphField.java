package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field somebody asks for: under which key, with which arguments (variables already put in), and what inside it. */
record GraphField(String key, String name, Map<String, JsonNode> arguments, List<GraphField> children) {

    Optional<JsonNode> argument(String argument) {
        return Optional.ofNullable(arguments.get(argument));
    }
}
