package io.switchboard.canonical.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.MediaKind;
import io.switchboard.canonical.MessageId;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.TicketId;
import io.switchboard.canonical.TicketState;
import io.switchboard.canonical.TicketStateChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, ObjectNode> GENERATED = new SchemaGenerator().generate();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(GENERATED.entrySet().stream()
                    .collect(Collectors.toMap(
                            file -> SchemaGenerator.BASE + file.getKey() + ".json",
                            file -> file.getValue().toString()))));

    @TestFactory
    Stream<DynamicTest> says_what_the_records_say() {
        return GENERATED.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    var path = ContractFiles.schemas().resolve(file.getKey() + ".json");
                    if (ContractFiles.isAccepting()) {
                        ContractFiles.write(path, CanonicalJson.pretty(file.getValue()));
                    }
                    assertThat(ContractFiles.read(path)).isEqualTo(CanonicalJson.pretty(file.getValue()));
                }));
    }

    @Test
    void is_what_the_events_call_their_schema() {
        assertThat(generated("ticket-event").path("$id").asText()).isEqualTo(CloudEventHeaders.DATA_SCHEMA);
    }

    @Test
    void has_no_schema_without_a_record() {
        assertThat(ContractFiles.list(ContractFiles.schemas()))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        GENERATED.keySet().stream().map(name -> name + ".json").toList());
    }

    @TestFactory
    Stream<DynamicTest> describes_every_entity_and_field() {
        return GENERATED.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    assertDescribed(file.getKey(), file.getValue());
                    file.getValue()
                            .path("$defs")
                            .properties()
                            .forEach(type -> assertDescribed(type.getKey(), type.getValue()));
                }));
    }

    /** By itself, or by what it refers to. */
    private static void assertDescribed(String name, JsonNode schema) {
        assertThat(schema.path("description").asText()).as(name).isNotBlank();
        schema.path("properties").properties().forEach(field -> {
            var said = Stream.of("description", "$ref", "const", "items").anyMatch(field.getValue()::has);
            assertThat(said).as("description of %s.%s", name, field.getKey()).isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> accepts_what_is_written() {
        return examples().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertThat(errors(example.getKey(), example.getValue()))
                                .isEmpty()));
    }

    /** A schema that lets everything through would pass every other test. */
    @TestFactory
    Stream<DynamicTest> refuses_every_entity_without_one_of_its_required_fields() {
        return examples().entrySet().stream().flatMap(example -> {
            var required =
                    generated(example.getKey()).path("required").valueStream().map(JsonNode::asText);
            return required.map(field -> DynamicTest.dynamicTest(example.getKey() + " without " + field, () -> {
                var incomplete = ((ObjectNode) example.getValue().deepCopy()).without(field);
                assertThat(errors(example.getKey(), incomplete)).isNotEmpty();
            }));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"direction\":\"inbound\" -> \"direction\":\"sideways\"",
                "\"visibility\":\"private\" -> \"visibility\":\"loud\"",
                "\"seq\":7 -> \"seq\":\"7\"",
                "\"amount\":\"10.00\" -> \"amount\":10.00",
                "\"tenantId\":\"demo\" -> \"tenantId\":\"No Label\"",
                "\"forwarded\":true -> \"forwarded\":\"yes\"",
                "\"kind\":\"postback\" -> \"kind\":\"template\"",
                "\"fallbackText\":\"Yes\" -> \"fallBack\":\"Yes\"",
                "\"attachment\":0 -> \"attachment\":\"first\""
            })
    void refuses_what_breaks_the_contract(String change) {
        assertThat(errors("ticket-event", changed(change))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"channel\":\"whatsapp\" -> \"channel\":\"pigeon\"",
                "\"surface\":\"whatsapp.message\" -> \"surface\":\"pigeon.loft\"",
                "\"kind\":\"postback\" -> \"kind\":\"hologram\"",
                "\"forwarded\":true -> \"forwarded\":true,\"teleported\":true",
                "\"seq\":7 -> \"seq\":7,\"tomorrow\":{\"a\":[]}"
            })
    void accepts_what_a_later_minor_version_may_add(String change) {
        assertThat(errors("ticket-event", changed(change))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "\"text\":\"Hi\",\"reaction\":{\"messageId\":\"90a5a302-8143-56a3-b52c-0547d2385409\"}",
                "\"subject\":\"only\""
            })
    void refuses_a_reply_command_that_asks_for_nothing_or_for_two_things(String rest) throws Exception {
        var command = JSON.readTree("{\"commandId\":\"c\",\"threadId\":\"" + Examples.THREAD + "\""
                + (rest.equals("{}") ? "" : "," + rest) + "}");

        assertThat(errors("reply-command", command)).isNotEmpty();
    }

    @Test
    void marks_personal_fields() {
        var personal = new ArrayList<String>();
        generated("message").path("properties").properties().forEach(field -> {
            if (field.getValue().has("x-pii")) {
                personal.add(field.getKey());
            }
        });

        assertThat(personal)
                .containsExactlyInAnyOrder("textPlain", "textStripped", "htmlStripped", "signature", "subject", "ext");
    }

    private static ObjectNode generated(String name) {
        return Objects.requireNonNull(GENERATED.get(name), name);
    }

    private static JsonNode changed(String change) {
        var fromTo = change.split(" -> ", 2);
        var text = new String(CanonicalJson.write(Examples.EVERYTHING), StandardCharsets.UTF_8);
        assertThat(text).contains(fromTo[0]);
        return tree(text.replace(fromTo[0], fromTo[1]).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, JsonNode> examples() {
        var event = tree(CanonicalJson.write(Examples.EVERYTHING));
        var entities = SchemaGenerator.entities().keySet().stream()
                .filter(name -> event.has(field(name)))
                .collect(Collectors.toMap(name -> name, name -> event.get(field(name))));
        entities.put("ticket-event", event);
        entities.put("reply-command", tree(CanonicalJson.write(command())));
        entities.put("ticket-state", tree(CanonicalJson.write(ticketState())));
        assertThat(entities.keySet()).isEqualTo(SchemaGenerator.entities().keySet());
        return entities;
    }

    private static String field(String name) {
        return name.equals("reply-capability") ? "replyCapability" : name;
    }

    private static ReplyCommand command() {
        return new ReplyCommand(
                "command-1",
                Optional.of(Examples.THREAD),
                Optional.empty(),
                Optional.of(AuthorKind.RULE),
                Optional.of("On its way."),
                List.of(
                        new Part.Html("<p>On its way. <img src=\"cid:map\"></p>", "On its way."),
                        new Part.Media(MediaKind.FILE, 0, Optional.empty())),
                List.of(new ReplyCommand.ReplyFile("0".repeat(64), "label.pdf", "application/pdf", Optional.of("map"))),
                Optional.of("Order 1001"),
                Optional.of(Examples.MESSAGE),
                Optional.empty(),
                Optional.empty());
    }

    private static TicketStateChange ticketState() {
        var ticket = TicketId.of(Examples.TENANT, Examples.THREAD, Examples.MESSAGE);
        var other = TicketId.of(
                Examples.TENANT, Examples.THREAD, MessageId.of(Examples.TENANT, Examples.CONNECTION, "wamid.2"));
        return new TicketStateChange(ticket, Examples.THREAD, TicketState.MERGED, Examples.NOON, Optional.of(other));
    }

    static List<Error> errors(String schema, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of(SchemaGenerator.BASE + schema + ".json"))
                .validate(
                        value.toString(),
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException notJson) {
            throw new java.io.UncheckedIOException(notJson);
        }
    }
}
