package io.switchboard.canonical.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.canonical.Attachment;
import io.switchboard.canonical.CommerceChange;
import io.switchboard.canonical.ConnectionHealth;
import io.switchboard.canonical.Consent;
import io.switchboard.canonical.ConversationThread;
import io.switchboard.canonical.Customer;
import io.switchboard.canonical.Deletion;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.OutboundResult;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.PrivacyRequest;
import io.switchboard.canonical.Reaction;
import io.switchboard.canonical.Receipt;
import io.switchboard.canonical.Rekeying;
import io.switchboard.canonical.ReplyCapability;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.TenantId;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.Ticket;
import io.switchboard.canonical.TicketEvent;
import io.switchboard.canonical.TicketStateChange;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes the JSON Schemas (2020-12) of the consumer contract from the records and their Javadoc. It lives with the tests: the
 * schemas are files that people read and diff, and nothing needs it at run time.
 *
 * <p>Every entity is a file; what entities share stands in {@code types.json}. Nothing is closed: unknown fields are allowed
 * everywhere, unknown values where {@code x-open-enum} says so.
 */
final class SchemaGenerator {

    static final String BASE = "https://switchboard.io/schema/v1/";

    private static final String TYPES = "types";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Map<Class<?>, String> ENTITIES = Map.ofEntries(
            Map.entry(TicketEvent.class, "ticket-event"),
            Map.entry(Message.class, "message"),
            Map.entry(Ticket.class, "ticket"),
            Map.entry(ConversationThread.class, "thread"),
            Map.entry(Customer.class, "customer"),
            Map.entry(ReplyCapability.class, "reply-capability"),
            Map.entry(Receipt.class, "receipt"),
            Map.entry(Reaction.class, "reaction"),
            Map.entry(Deletion.class, "deletion"),
            Map.entry(Attachment.class, "attachment"),
            Map.entry(CommerceChange.class, "commerce"),
            Map.entry(PrivacyRequest.class, "privacy"),
            Map.entry(OutboundResult.class, "outbound"),
            Map.entry(ConnectionHealth.class, "health"),
            Map.entry(Consent.class, "consent"),
            Map.entry(Rekeying.class, "rekeying"),
            Map.entry(ReplyCommand.class, "reply-command"),
            Map.entry(TicketStateChange.class, "ticket-state"));

    private final SourceDocs docs = SourceDocs.ofCanonicalModel();
    private final Map<String, ObjectNode> shared = new TreeMap<>();

    /** By file name without ending. */
    Map<String, ObjectNode> generate() {
        var files = new TreeMap<String, ObjectNode>();
        ENTITIES.forEach((record, name) -> files.put(name, entity(record, name)));
        var types = file(TYPES, "What the entities share.");
        types.set("$defs", NODES.objectNode().setAll(shared));
        files.put(TYPES, types);
        return files;
    }

    private ObjectNode entity(Class<?> record, String name) {
        var schema = file(name, docs.of(record).orElse(""));
        schema.put("title", record.getSimpleName());
        object(schema, record);
        if (record == ReplyCommand.class) {
            schema.set(
                    "oneOf",
                    NODES.arrayNode()
                            .add(sayingSomething())
                            .add(SchemaValues.required("reaction"))
                            .add(SchemaValues.required("markRead")));
        }
        return schema;
    }

    private static ObjectNode sayingSomething() {
        var ways = NODES.objectNode();
        ways.set("anyOf", NODES.arrayNode().add(SchemaValues.required("text")).add(SchemaValues.required("parts")));
        return ways;
    }

    private static ObjectNode file(String name, String description) {
        return NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", BASE + name + ".json")
                .put("description", description);
    }

    private void object(ObjectNode schema, Class<?> record) {
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = NODES.arrayNode();
        for (var component : record.getRecordComponents()) {
            if (record == Part.Media.class && component.getName().equals(PartKinds.MEDIA)) {
                continue; // it is the part's kind
            }
            properties.set(component.getName(), property(record, component));
            if (isRequired(component)) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        schema.put("additionalProperties", true);
    }

    private static boolean isRequired(RecordComponent component) {
        return Stream.of(Optional.class, List.class, Set.class, Map.class)
                        .noneMatch(type -> type == component.getType())
                && !CanonicalModule.LEFT_OUT.containsKey(component.getType());
    }

    private ObjectNode property(Class<?> record, RecordComponent component) {
        var schema = schema(component.getGenericType());
        docs.of(record, component.getName()).ifPresent(text -> schema.put("description", text));
        PersonalFields.of(record, component.getName()).ifPresent(kind -> schema.put("x-pii", kind));
        if (record == Message.class && component.getName().equals("content")) {
            ((ObjectNode) schema.get("items")).set("required", NODES.arrayNode().add(PartKinds.FALLBACK_TEXT));
        }
        return schema;
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        var plain = (Class<?>) type;
        return plain.isRecord() || plain.isEnum() || plain == Part.class || plain == Instant.class
                ? reference(plain)
                : SchemaValues.primitive(plain);
    }

    private ObjectNode generic(ParameterizedType type) {
        var last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (type.getRawType() == Optional.class) {
            return schema(last);
        }
        if (type.getRawType() == Map.class) {
            var map = NODES.objectNode().put("type", "object");
            map.set("additionalProperties", schema(last));
            return map;
        }
        if (last == MessageFlag.class) {
            return reference(MessageFlag.class);
        }
        var array = NODES.objectNode().put("type", "array");
        array.set("items", schema(last));
        return array;
    }

    private ObjectNode reference(Class<?> type) {
        var entity = ENTITIES.get(type);
        if (entity != null) {
            return NODES.objectNode().put("$ref", entity + ".json");
        }
        var name = definition(type);
        return NODES.objectNode().put("$ref", TYPES + ".json#/$defs/" + name);
    }

    private String definition(Class<?> type) {
        var name = type.getName().substring(type.getPackageName().length() + 1).replace("$", "");
        if (!shared.containsKey(name)) {
            var schema = NODES.objectNode();
            shared.put(name, schema);
            docs.of(type).ifPresent(text -> schema.put("description", text));
            define(schema, type);
        }
        return name;
    }

    private void define(ObjectNode schema, Class<?> type) {
        if (type == MessageFlag.class) {
            SchemaValues.flags(schema);
        } else if (type.isEnum()) {
            SchemaValues.values(schema, type);
        } else if (type == Part.class) {
            part(schema);
        } else if (type == Instant.class) {
            schema.put("description", "RFC 3339 in UTC, written with milliseconds.")
                    .put("type", "string")
                    .put("format", "date-time");
        } else if (type == TenantId.class) {
            schema.put("type", "string").put("pattern", "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$");
        } else if (type == ThreadKey.class) {
            schema.put("type", "string");
        } else if (type.getRecordComponents()[0].getType() == UUID.class) {
            schema.put("type", "string").put("format", "uuid");
        } else {
            object(schema, type);
        }
    }

    /** Which fields a part has depends on its kind; an unknown kind has at least its text. */
    private void part(ObjectNode schema) {
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var kinds = NODES.arrayNode();
        var cases = NODES.arrayNode();
        PartKinds.all().forEach((kind, record) -> {
            kinds.add(kind);
            cases.add(partCase(kind, record));
        });
        properties
                .putObject(PartKinds.KIND)
                .put("type", "string")
                .put("description", "Which fields there are; all kinds of media have the same.")
                .put("x-open-enum", true)
                .set("examples", kinds);
        properties
                .putObject(PartKinds.FALLBACK_TEXT)
                .put("type", "string")
                .put("description", "The part in plain words, for readers who do not know its kind; may be empty.")
                .put("x-pii", "content");
        schema.set("required", NODES.arrayNode().add(PartKinds.KIND));
        schema.set("allOf", cases);
        schema.put("additionalProperties", true);
    }

    private ObjectNode partCase(String kind, Class<?> record) {
        var test = SchemaValues.required(PartKinds.KIND);
        test.putObject("properties").putObject(PartKinds.KIND).put("const", kind);
        var form = reference(record);
        var partCase = NODES.objectNode();
        partCase.set("if", test);
        partCase.set("then", form);
        return partCase;
    }

    static Map<String, Class<?>> entities() {
        var byName = new LinkedHashMap<String, Class<?>>();
        ENTITIES.forEach((record, name) -> byName.put(name, record));
        return byName;
    }
}
