package io.switchboard.canonical.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.ReplyCommand;
import io.switchboard.canonical.TicketEvent;
import io.switchboard.canonical.TicketStateChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AsyncApiTest {

    private static final Path FILE = ContractFiles.module().resolve("src/main/resources/asyncapi.yaml");
    private static final JsonNode CONTRACT = tree(new YAMLMapper(), FILE);
    private static final JsonNode MESSAGES = CONTRACT.at("/components/messages");

    @Test
    void names_the_topics_of_the_architecture() {
        assertThat(CONTRACT.path("channels")
                        .valueStream()
                        .map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrder(
                        "tickets", "replies", "ticket-state", "deliveries.invalid", "deliveries.dead");
        assertThat(CONTRACT.path("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void has_an_example_of_every_kind_of_event() {
        assertThat(EventExamples.inbound().stream().map(Object::getClass))
                .containsExactlyInAnyOrder(InboundEvent.class.getPermittedSubclasses());
    }

    @Test
    void publishes_exactly_the_kinds_that_the_records_have() {
        var kinds = new ArrayList<>(EventExamples.OURS);
        EventExamples.inbound().stream().map(EventExamples::contractKind).forEach(kinds::add);

        assertThat(published().map(message -> message.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(EventExamples.published().keySet()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void types_every_event_as_a_cloud_event() {
        assertThat(published()).allSatisfy(message -> {
            var type = message.at("/headers/properties/ce_type");
            var kind = message.path("name").asText();
            if (type.has("pattern")) {
                assertThat(CloudEvent.type(kind + ".order.placed"))
                        .matches(type.path("pattern").asText());
            } else {
                assertThat(type.path("const").asText()).isEqualTo(CloudEvent.type(kind));
            }
            assertThat(message.at("/traits/0/$ref").asText()).isEqualTo("#/components/messageTraits/cloudEvent");
        });
    }

    @Test
    void names_the_headers_that_are_written() {
        var trait = CONTRACT.at("/components/messageTraits/cloudEvent/headers");
        var written = CloudEventHeaders.of(CloudEventHeadersTest.EVENT).keySet();

        assertThat(trait.path("properties").propertyStream().map(java.util.Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(trait.path("required").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(written.stream()
                        .filter(name -> !name.equals("ce_traceparent"))
                        .toList());
    }

    /** What an event of a kind must carry is in its example, and nothing is demanded that no field is called. */
    @TestFactory
    Stream<DynamicTest> demands_parts_that_events_of_the_kind_carry() {
        var fields = Arrays.stream(TicketEvent.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        return published()
                .map(message -> DynamicTest.dynamicTest(message.path("name").asText(), () -> {
                    var example = json(CanonicalJson.write(java.util.Objects.requireNonNull(
                            EventExamples.published().get(message.path("name").asText()))));
                    var demanded = message.at("/payload/allOf/1/required")
                            .valueStream()
                            .map(JsonNode::asText)
                            .toList();
                    assertThat(demanded).isNotEmpty().isSubsetOf(fields).allMatch(example::has);
                }));
    }

    @Test
    void gives_examples_that_can_be_read() {
        assertThat(examples("replyCommand"))
                .hasSize(3)
                .allSatisfy(example -> assertThat(CanonicalJson.read(bytes(example), ReplyCommand.class))
                        .isNotNull());
        assertThat(examples("ticketStateChange"))
                .hasSize(1)
                .allSatisfy(example -> assertThat(CanonicalJson.read(bytes(example), TicketStateChange.class))
                        .isNotNull());
    }

    @TestFactory
    Stream<DynamicTest> resolves_every_reference_of_the_contract() {
        var documents = new ArrayList<>(ContractFiles.list(ContractFiles.schemas()));
        documents.add(FILE);
        return documents.stream().flatMap(document -> {
            var root = tree(mapper(document), document);
            return references(root)
                    .map(reference -> DynamicTest.dynamicTest(
                            document.getFileName() + " -> " + reference,
                            () -> assertThat(target(document, root, reference).isMissingNode())
                                    .isFalse()));
        });
    }

    private static JsonNode target(Path document, JsonNode root, String reference) {
        var parts = reference.split("#", 2);
        var file = document.resolveSibling(parts[0]);
        var other = parts[0].isEmpty() ? root : tree(mapper(file), file);
        return parts.length == 1 ? other : other.at(JsonPointer.compile(parts[1]));
    }

    private static Stream<String> references(JsonNode node) {
        var own = node.has("$ref") ? Stream.of(node.path("$ref").asText()) : Stream.<String>empty();
        return Stream.concat(own, node.valueStream().flatMap(AsyncApiTest::references));
    }

    private static Stream<JsonNode> published() {
        return CONTRACT.at("/channels/tickets/messages")
                .valueStream()
                .map(reference -> target(FILE, CONTRACT, reference.path("$ref").asText()));
    }

    private static List<JsonNode> examples(String message) {
        return MESSAGES.path(message)
                .path("examples")
                .valueStream()
                .map(example -> example.path("payload"))
                .toList();
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectMapper mapper(Path file) {
        return file.toString().endsWith(".yaml") ? new YAMLMapper() : new JsonMapper();
    }

    private static JsonNode tree(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(ContractFiles.read(file));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return new JsonMapper().readTree(bytes);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
