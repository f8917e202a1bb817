package io.switchboard.connector.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bodies near a good one that no platform documents: what an attacker, a proxy or a new version may send. */
final class BrokenBodies {

    private static final int MOST = 400;
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> STRANGERS = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(1e300),
            NODES.textNode(""),
            NODES.textNode("no\u0000such\ud83dvalue"),
            NODES.arrayNode(),
            NODES.arrayNode().add(NODES.nullNode()).add("text").add(NODES.objectNode()),
            NODES.objectNode());

    private BrokenBodies() {}

    /** Every prefix, or an even sample of a long body's. */
    static Stream<byte[]> prefixes(byte[] body) {
        return Samples.positions(body.length, MOST).mapToObj(length -> Arrays.copyOf(body, length));
    }

    /** One bit flipped, at every position or an even sample. */
    static Stream<byte[]> flipped(byte[] body) {
        return Samples.positions(body.length, MOST).mapToObj(at -> {
            var changed = body.clone();
            changed[at] ^= (byte) (1 << (at % 8));
            return changed;
        });
    }

    /** Anything: bytes overwritten, values of another type, and whole bodies that have nothing to do with it. */
    static Stream<byte[]> any(byte[] body) {
        return Stream.of(flipped(body), overwritten(body), retyped(body), foreign())
                .flatMap(bodies -> bodies);
    }

    private static Stream<byte[]> overwritten(byte[] body) {
        var random = new Random(body.length);
        return Samples.positions(body.length, MOST).mapToObj(at -> {
            var changed = body.clone();
            var noise = new byte[Math.min(8, body.length - at)];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, changed, at, noise.length);
            return changed;
        });
    }

    /** A JSON body with one value replaced by one of another type, or left out. */
    private static Stream<byte[]> retyped(byte[] body) {
        var places = places(tree(body), new ArrayList<>(), List.of());
        return Samples.positions(places.size() * (STRANGERS.size() + 1), 4 * MOST)
                .mapToObj(i -> {
                    var changed = tree(body);
                    var stranger = i % (STRANGERS.size() + 1);
                    replace(changed, places.get(i / (STRANGERS.size() + 1)), stranger);
                    return bytes(changed);
                });
    }

    private static void replace(JsonNode root, List<Object> place, int stranger) {
        var parent = root;
        for (var step : place.subList(0, place.size() - 1)) {
            parent = step instanceof Integer index ? parent.get(index) : parent.get((String) step);
        }
        var last = place.getLast();
        var leaveOut = stranger == STRANGERS.size();
        if (parent instanceof ArrayNode array && last instanceof Integer index) {
            if (leaveOut) {
                array.remove(index);
            } else {
                array.set(index, STRANGERS.get(stranger));
            }
        } else if (parent instanceof ObjectNode object && last instanceof String name) {
            if (leaveOut) {
                object.remove(name);
            } else {
                object.set(name, STRANGERS.get(stranger));
            }
        }
    }

    private static List<List<Object>> places(JsonNode node, List<List<Object>> found, List<Object> here) {
        for (var field : node.properties()) {
            var place = Stream.concat(here.stream(), Stream.<Object>of(field.getKey()))
                    .toList();
            found.add(place);
            places(field.getValue(), found, place);
        }
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            var place = Stream.concat(here.stream(), Stream.<Object>of(i)).toList();
            found.add(place);
            places(node.get(i), found, place);
        }
        return found;
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return NODES.missingNode();
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            // as text first: half a surrogate pair goes out as an escape, as an attacker would write it
            return JSON.writeValueAsString(node)
                    .replace("\ud83dvalue", "\\ud83dvalue")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is always JSON", impossible);
        }
    }

    private static Stream<byte[]> foreign() {
        return Stream.of(
                        "",
                        " ",
                        "null",
                        "0",
                        "[]",
                        "{}",
                        "\"\"",
                        "{\"object\":1e999999999}",
                        "{\"object\":1e9007199254740993}",
                        "a=b&c=%zz&=&&d",
                        "\ufeff{}",
                        "[".repeat(100_000),
                        "{\"a\":".repeat(100_000),
                        "\r\n\r\n",
                        "Subject: x\r\n\r\ny",
                        "Content-Type: multipart/mixed\r\n\r\n--\r\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
