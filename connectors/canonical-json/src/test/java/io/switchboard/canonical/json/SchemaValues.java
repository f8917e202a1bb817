package io.switchboard.canonical.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.canonical.MessageFlag;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Stream;

/** Schemas of values that have no parts of their own, and of enums. */
final class SchemaValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SchemaValues() {}

    static ObjectNode primitive(Class<?> type) {
        var schema = NODES.objectNode();
        if (type == String.class) {
            return schema.put("type", "string");
        } else if (type == boolean.class) {
            return schema.put("type", "boolean");
        } else if (type == int.class || type == long.class || type == Long.class) {
            return schema.put("type", "integer");
        } else if (type == double.class) {
            return schema.put("type", "number");
        } else if (type == BigDecimal.class) {
            return schema.put("type", "string").put("pattern", "^-?[0-9]+(\\.[0-9]+)?([Ee][+-]?[0-9]+)?$");
        } else if (type == Currency.class) {
            return schema.put("type", "string").put("pattern", "^[A-Z]{3}$");
        }
        throw new IllegalArgumentException("no schema is known for " + type.getName());
    }

    static void values(ObjectNode schema, Class<?> type) {
        var fallback = EnumNames.OPEN.get(type);
        var values = NODES.arrayNode();
        Stream.of(type.getEnumConstants())
                .map(value -> EnumNames.of((Enum<?>) value))
                .forEach(values::add);
        schema.put("type", "string");
        if (fallback == null) {
            schema.set("enum", values);
        } else {
            schema.put("x-open-enum", true).set("examples", values);
            schema.put("x-unknown-reads-as", EnumNames.of(fallback));
        }
    }

    static void flags(ObjectNode schema) {
        schema.put("type", "object").put("x-open-enum", true);
        var properties = schema.putObject("properties");
        for (var flag : MessageFlag.values()) {
            properties.putObject(EnumNames.of(flag)).put("const", true);
        }
        schema.put("additionalProperties", true);
    }

    static ObjectNode required(String field) {
        var schema = NODES.objectNode();
        schema.set("required", NODES.arrayNode().add(field));
        return schema;
    }
}
