package io.switchboard.connector.email.posted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.bytes.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) that carries mails: strings are left where they are, however long, until somebody wants them. A value that is
 * not there and one of another type are the same, so that one wrong field does not cost the mail.
 */
final class PostedJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNameLength(1_000)
                    .maxNumberLength(1_000)
                    .maxTokenCount(200_000)
                    .build())
            .build();

    private final byte[] source;
    private final Deque<Container> open = new ArrayDeque<>();
    private Optional<JsonValue> root = Optional.empty();

    private PostedJson(byte[] source) {
        this.source = source;
    }

    /** @throws MalformedDeliveryException when the bytes are not one JSON value */
    static JsonValue read(byte[] bytes) {
        try {
            return new PostedJson(bytes).read();
        } catch (JsonProcessingException broken) {
            return readRepaired(bytes);
        }
    }

    /** Bytes that are no UTF-8 may be all that is wrong. */
    private static JsonValue readRepaired(byte[] bytes) {
        var repaired = new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        try {
            return new PostedJson(repaired).read();
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw new MalformedDeliveryException(
                    "body is not JSON" + (at == null ? "" : ", at byte " + at.getByteOffset()));
        }
    }

    private JsonValue read() throws JsonProcessingException {
        try (var parser = FACTORY.createParser(source)) {
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_OBJECT, START_ARRAY -> open.push(new Container());
                    case END_OBJECT, END_ARRAY -> add(open.pop().value());
                    case FIELD_NAME -> open.getFirst().name = parser.currentName();
                    case VALUE_STRING -> add(JsonValue.of(string(parser)));
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                        add(JsonValue.of(Slice.of(parser.getText().getBytes(StandardCharsets.UTF_8))));
                    default -> add(JsonValue.NOTHING);
                }
            }
        } catch (JsonProcessingException broken) {
            throw broken;
        } catch (IOException unreadable) {
            throw new MalformedDeliveryException("body is not readable as JSON");
        }
        return root.orElseThrow(() -> new MalformedDeliveryException("body is empty, JSON was expected"));
    }

    /** An object or a list that is not closed yet. */
    private static final class Container {

        private final Map<String, JsonValue> members = new LinkedHashMap<>();
        private final List<JsonValue> elements = new ArrayList<>();
        private String name = "";

        private void add(JsonValue value) {
            members.putIfAbsent(name, value);
            elements.add(value);
        }

        private JsonValue value() {
            members.remove("");
            return new JsonValue(Slice.EMPTY, members, elements);
        }
    }

    private void add(JsonValue value) {
        if (!open.isEmpty()) {
            open.getFirst().add(value);
        } else if (root.isEmpty()) {
            root = Optional.of(value);
        } else {
            throw new MalformedDeliveryException("body is more than one JSON value");
        }
    }

    /** What stands between the quotes. That they are closed, the parser finds out when it goes on. */
    private Slice string(JsonParser parser) {
        var quote = parser.currentTokenLocation().getByteOffset();
        if (quote < 0) {
            throw new MalformedDeliveryException("body is JSON, but not in UTF-8");
        }
        var start = (int) quote + 1;
        var end = start;
        while (end < source.length && source[end] != '"') {
            end += source[end] == '\\' ? 2 : 1;
        }
        return Slice.of(source).sub(start, Math.min(end, source.length));
    }
}
