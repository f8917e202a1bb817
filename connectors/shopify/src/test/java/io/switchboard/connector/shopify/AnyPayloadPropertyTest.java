package io.switchboard.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.connector.MalformedDeliveryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a body says, it is an event, ignored or malformed: nothing else comes out of a translator. */
class AnyPayloadPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ODDITIES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "\"\"",
            "\"  \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "[[]]",
            "{}",
            "{\"id\": {}}",
            "\"gid://shopify/Order/\"",
            "\"9999-99-99\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"XXX\"",
            "\"1e999999999\"",
            "123456789012345678901234567890",
            "[null, {\"id\": []}, \"a\"]");

    @Property(tries = 4000)
    void a_sample_with_odd_fields_is_translated_or_malformed(@ForAll("topics") String topic, @ForAll Random chance)
            throws JsonProcessingException {
        var body = JSON.readTree(Samples.hook(topic).body().asText());
        for (var change = 0; change <= chance.nextInt(3); change++) {
            makeOdd(body, chance);
        }

        translates(Samples.hook(topic).bytes(JSON.writeValueAsBytes(body)));
    }

    @Property(tries = 1000)
    void a_sample_with_damaged_bytes_is_translated_or_malformed(@ForAll("topics") String topic, @ForAll Random chance) {
        var bytes = Samples.hook(topic).body().bytes().clone();
        bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        var kept = chance.nextInt(4) == 0 ? chance.nextInt(bytes.length) : bytes.length;

        translates(Samples.hook(topic).bytes(Arrays.copyOf(bytes, kept)));
    }

    @Property(tries = 1000)
    void any_bytes_under_any_topic_are_translated_or_malformed(@ForAll byte[] bytes, @ForAll String topic) {
        translates(Hook.of(topic, "").bytes(bytes));
    }

    @Provide
    Arbitrary<String> topics() {
        return Arbitraries.of(Topics.translated());
    }

    private static void translates(Hook hook) {
        try {
            var translation = hook.translation();
            assertThat(translation.events().size() + translation.ignored().size())
                    .isPositive();
            translation.events().forEach(AnyPayloadPropertyTest::hasKeys);
        } catch (MalformedDeliveryException malformed) {
            assertThat(malformed).hasMessageNotContainingAny("example.com", "901820");
        }
    }

    private static void hasKeys(InboundEvent event) {
        assertThat(event.key().subject()).isNotBlank();
        assertThat(event.thread().keys()).isNotEmpty();
    }

    private static void makeOdd(JsonNode body, Random chance) throws JsonProcessingException {
        var parents = new ArrayList<JsonNode>();
        collect(body, parents);
        var parent = parents.get(chance.nextInt(parents.size()));
        var odd = JSON.readTree(ODDITIES.get(chance.nextInt(ODDITIES.size())));
        if (parent instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            object.set(names.get(chance.nextInt(names.size())), odd);
        } else if (parent instanceof ArrayNode array) {
            array.add(odd);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }
}
