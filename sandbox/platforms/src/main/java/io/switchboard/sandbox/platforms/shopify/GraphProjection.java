package io.switchboard.sandbox.platforms.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.sandbox.platforms.wire.Json;
import java.util.ArrayList;
import java.util.List;

/** Cuts out of a whole object what a query selects, and refuses what the object's type does not have. */
final class GraphProjection {

    static final String TYPE = "__typename";

    private GraphProjection() {}

    static JsonNode of(JsonNode source, GraphField asked) {
        if (source.isNull()) {
            return NullNode.getInstance();
        }
        if (source.isArray()) {
            var items = new ArrayList<JsonNode>();
            source.forEach(item -> items.add(of(item, asked)));
            return Json.array(items);
        }
        if (source instanceof ObjectNode object) {
            if (asked.children().isEmpty()) {
                throw new GraphQlException(
                        "selectionMismatch", "Field must have selections (field '%s')".formatted(asked.name()));
            }
            return fields(firstOf(object, asked), asked.children());
        }
        if (!asked.children().isEmpty()) {
            throw new GraphQlException(
                    "selectionMismatch", "Selections can't be made on scalars (field '%s')".formatted(asked.name()));
        }
        return source;
    }

    private static ObjectNode fields(ObjectNode source, List<GraphField> asked) {
        var selected = Json.object();
        for (var field : asked) {
            var value = source.get(field.name());
            if (value == null) {
                throw new GraphQlException(
                        "undefinedField",
                        "Field '%s' doesn't exist on type '%s'"
                                .formatted(field.name(), source.path(TYPE).asText("QueryRoot")));
            }
            selected.set(field.key(), of(value, field));
        }
        return selected;
    }

    /** A connection cut to its {@code first} argument. */
    private static ObjectNode firstOf(ObjectNode source, GraphField asked) {
        var first = asked.argument("first").filter(JsonNode::isNumber);
        if (first.isEmpty() || !source.has("edges")) {
            return source;
        }
        var cut = source.deepCopy();
        for (var list : new String[] {"edges", "nodes"}) {
            var items = cut.withArray(list);
            while (items.size() > first.get().asInt()) {
                items.remove(items.size() - 1);
            }
        }
        cut.withObject("pageInfo")
                .put(
                        "hasNextPage",
                        source.path("nodes").size() > cut.path("nodes").size());
        return cut;
    }
}
