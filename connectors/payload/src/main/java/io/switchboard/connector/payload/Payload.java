package io.switchboard.connector.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.switchboard.connector.Body;
import io.switchboard.connector.MalformedDeliveryException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One value of a JSON document (RFC 8259) and the path that led to it.
 *
 * <p>Numbers keep every digit: an id beyond 2^53 reads as its own text. JSON {@code null} counts as absent. Duplicate names,
 * trailing data and anything beyond the limits below are malformed.
 */
public final class Payload {

    private static final int LONGEST_NUMBER = 100;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxStringLength(2_000_000)
            .maxNumberLength(LONGEST_NUMBER)
            .maxNameLength(1_000)
            .maxTokenCount(500_000)
            .maxDocumentLength(8_000_000)
            .build();

    private static final ObjectReader READER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private final JsonNode node;
    private final @Nullable Payload parent;
    private final String step;

    /** @param step from the parent: a field's name or an index in brackets */
    private Payload(JsonNode node, @Nullable Payload parent, String step) {
        this.node = node;
        this.parent = parent;
        this.step = step;
    }

    /**
     * @throws MalformedDeliveryException when the bytes are not one JSON value within the limits
     */
    public static Payload read(Body body) {
        try {
            var node = READER.readTree(body.bytes());
            if (node == null || node.isMissingNode()) {
                throw new MalformedDeliveryException("body is empty, a JSON value was expected");
            }
            return new Payload(node, null, "");
        } catch (StreamConstraintsException tooMuch) {
            throw new MalformedDeliveryException("body is JSON beyond the limits of depth, length or number of values");
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw new MalformedDeliveryException(
                    "body is not JSON" + (at == null ? "" : ", at byte " + at.getByteOffset()));
        } catch (NumberFormatException steep) {
            throw new MalformedDeliveryException("body is JSON with a number whose exponent no number has");
        } catch (IOException unreadable) {
            throw new MalformedDeliveryException("body is not readable as JSON");
        }
    }

    /** The same, of a JSON text that sits inside a string. */
    public static Payload read(String json) {
        return read(Body.ofText(json));
    }

    /** Where this value stands, such as {@code entry[0].changes[1].value}. */
    public String path() {
        return parent == null ? step : parent.at(step);
    }

    public Optional<Payload> get(String field) {
        var child = node.path(field);
        return child.isMissingNode() || child.isNull()
                ? Optional.empty()
                : Optional.of(new Payload(child, this, field));
    }

    /** A value reached over several fields, absent as soon as one of them is. */
    public Optional<Payload> get(String first, String... further) {
        var value = get(first);
        for (var field : further) {
            value = value.flatMap(parent -> parent.get(field));
        }
        return value;
    }

    public Payload require(String field) {
        return get(field).orElseThrow(() -> new MalformedDeliveryException(at(field) + " is missing"));
    }

    /** The elements of an array; none when it is absent. */
    public List<Payload> list(String field) {
        return get(field).map(Payload::elements).orElse(List.of());
    }

    public List<Payload> elements() {
        if (!node.isArray()) {
            throw new MalformedDeliveryException(here() + " is " + kind() + ", a list was expected");
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> new Payload(node.get(i), this, "[" + i + "]"))
                .toList();
    }

    /** The value's field names in their order; none when it is not an object. */
    public Set<String> fieldNames() {
        var names = new LinkedHashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public boolean isObject() {
        return node.isObject();
    }

    public boolean isArray() {
        return node.isArray();
    }

    /** A string, or a number or boolean as its text. */
    public Optional<String> text(String field) {
        return get(field).map(Payload::asText);
    }

    public String requireText(String field) {
        return require(field).asText();
    }

    public String asText() {
        if (!node.isValueNode() || node instanceof MissingNode) {
            throw new MalformedDeliveryException(here() + " is " + kind() + ", a text was expected");
        }
        return node.asText();
    }

    /** A whole number, also when it is written as a string. */
    public Optional<Long> whole(String field) {
        return get(field).map(Payload::asWhole);
    }

    public long asWhole() {
        try {
            return node.isIntegralNumber()
                    ? node.bigIntegerValue().longValueExact()
                    : new BigInteger(digits()).longValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw new MalformedDeliveryException(here() + " is not a whole number");
        }
    }

    /** A number with every digit, also when it is written as a string. */
    public Optional<BigDecimal> decimal(String field) {
        return get(field).map(Payload::asDecimal);
    }

    public BigDecimal asDecimal() {
        try {
            var number = node.isNumber() ? node.decimalValue() : new BigDecimal(digits());
            if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                throw new MalformedDeliveryException(here() + " is a number beyond the limit of digits");
            }
            return number;
        } catch (NumberFormatException notNumber) {
            throw new MalformedDeliveryException(here() + " is not a number");
        }
    }

    /** Bounded before it is read as a number: reading takes time with the square of its length. */
    private String digits() {
        var text = asText().strip();
        if (text.length() > LONGEST_NUMBER) {
            throw new MalformedDeliveryException(here() + " is longer than a number may be");
        }
        return text;
    }

    /** {@code true} only for JSON {@code true} and the string {@code "true"}. */
    public boolean flag(String field) {
        return get(field).map(value -> value.asText().equals("true")).orElse(false);
    }

    private String at(String next) {
        var path = path();
        return path.isEmpty() || next.startsWith("[") ? path + next : path + "." + next;
    }

    private String here() {
        var path = path();
        return path.isEmpty() ? "body" : path;
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL, MISSING -> "absent";
            case BINARY, POJO -> "not JSON";
        };
    }

    @Override
    public String toString() {
        return "Payload[" + here() + "]";
    }
}
