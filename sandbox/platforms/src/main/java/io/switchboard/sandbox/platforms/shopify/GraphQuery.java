package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one GraphQL query: variables, aliases, arguments, nested selections, inline fragments. No mutations, named
 * fragments or directives; it says so when it meets them.
 */
final class GraphQuery {

    private final GraphTokens tokens;
    private final ObjectNode variables;
    private final Map<String, JsonNode> defaults = new LinkedHashMap<>();

    private GraphQuery(String document, ObjectNode variables) {
        this.tokens = new GraphTokens(document);
        this.variables = variables;
    }

    static List<GraphField> read(String document, ObjectNode variables) {
        return new GraphQuery(document, variables).operation();
    }

    private List<GraphField> operation() {
        if (tokens.take("query")) {
            if (!tokens.nextIs("(") && !tokens.nextIs("{")) {
                tokens.name();
            }
            if (tokens.take("(")) {
                variableDefinitions();
            }
        } else if (!tokens.nextIs("{")) {
            throw new GraphQlException("notSimulated", "only queries are simulated, found " + tokens.any());
        }
        return selections();
    }

    private void variableDefinitions() {
        while (!tokens.take(")")) {
            tokens.expect("$");
            var name = tokens.name();
            tokens.expect(":");
            type();
            if (tokens.take("=")) {
                defaults.put(name, value());
            }
        }
    }

    private void type() {
        if (tokens.take("[")) {
            type();
            tokens.expect("]");
        } else {
            tokens.name();
        }
        var _ = tokens.take("!");
    }

    private List<GraphField> selections() {
        tokens.expect("{");
        var fields = new ArrayList<GraphField>();
        while (!tokens.take("}")) {
            if (tokens.take("...")) {
                fields.addAll(inlineFragment());
            } else {
                fields.add(field());
            }
        }
        return fields;
    }

    private List<GraphField> inlineFragment() {
        if (tokens.take("on")) {
            tokens.name();
        } else if (!tokens.nextIs("{")) {
            throw new GraphQlException("notSimulated", "named fragments are not simulated");
        }
        return selections();
    }

    private GraphField field() {
        var key = tokens.name();
        var name = tokens.take(":") ? tokens.name() : key;
        if (tokens.nextIs("@")) {
            throw new GraphQlException("notSimulated", "directives are not simulated");
        }
        var arguments = tokens.take("(") ? entries(")") : Map.<String, JsonNode>of();
        var children = tokens.nextIs("{") ? selections() : List.<GraphField>of();
        return new GraphField(key, name, arguments, children);
    }

    private Map<String, JsonNode> entries(String end) {
        var entries = new LinkedHashMap<String, JsonNode>();
        while (!tokens.take(end)) {
            var name = tokens.name();
            tokens.expect(":");
            entries.put(name, value());
        }
        return entries;
    }

    private JsonNode value() {
        var token = tokens.any();
        return switch (token) {
            case "$" -> variable(tokens.name());
            case "{" -> JsonNodeFactory.instance.objectNode().setAll(entries("}"));
            case "[" -> list();
            case "true", "false" -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(token));
            case "null" -> NullNode.getInstance();
            default -> literal(token);
        };
    }

    private JsonNode list() {
        var items = new ArrayList<JsonNode>();
        while (!tokens.take("]")) {
            items.add(value());
        }
        return Json.array(items);
    }

    private JsonNode variable(String name) {
        if (variables.has(name)) {
            return variables.get(name);
        }
        return defaults.getOrDefault(name, NullNode.getInstance());
    }

    private static JsonNode literal(String token) {
        if (token.startsWith("\"")) {
            return Json.readObject("{\"v\":" + token + "}")
                    .map(wrapped -> wrapped.get("v"))
                    .orElseThrow(() -> GraphTokens.syntaxError("a string that cannot be read"));
        }
        if (token.matches("-?[0-9]+")) {
            return LongNode.valueOf(Long.parseLong(token));
        }
        return token.matches("-?[0-9].*") ? DoubleNode.valueOf(Double.parseDouble(token)) : TextNode.valueOf(token);
    }
}
