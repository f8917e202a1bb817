package io.switchboard.connector.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.Body;
import io.switchboard.connector.MalformedDeliveryException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes: a value or a malformed delivery, never anything else. */
class PayloadPropertiesTest {

    @Property
    void bears_any_bytes(@ForAll byte[] bytes) {
        bears(bytes);
    }

    @Property(tries = 5_000)
    void bears_anything_that_looks_like_json(@ForAll("almostJson") String text) {
        bears(text.getBytes(StandardCharsets.UTF_8));
        bears(text.getBytes(StandardCharsets.ISO_8859_1));
        bears(text.getBytes(StandardCharsets.UTF_16));
    }

    @Property
    void bears_any_text_as_a_string(@ForAll String text) {
        var quoted = text.chars().mapToObj("\\u%04x"::formatted).reduce("", String::concat);

        assertThat(Payload.read("{\"a\":\"" + quoted + "\"}").text("a")).contains(text);
    }

    @Property
    void keeps_every_digit(@ForAll("ids") BigInteger id) {
        var payload = Payload.read("{\"number\":" + id + ",\"text\":\"" + id + "\"}");

        assertThat(payload.text("number")).contains(id.toString()).isEqualTo(payload.text("text"));
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"a\"",
                        "\"id\"",
                        "1",
                        "-",
                        "1e99",
                        "0.5",
                        "true",
                        "null",
                        " ",
                        "\"",
                        "\\",
                        "\\ud83d",
                        "\ud83d",
                        "\u00e9",
                        "\ufeff",
                        "\u0000",
                        "{\"id\":",
                        "[[[[",
                        "9007199254740993")
                .list()
                .ofMaxSize(12)
                .map(tokens -> String.join("", tokens));
    }

    @Provide
    Arbitrary<BigInteger> ids() {
        return Arbitraries.bigIntegers().between(BigInteger.TEN.pow(98).negate(), BigInteger.TEN.pow(99));
    }

    private static void bears(byte[] bytes) {
        attempt(() -> Payload.read(Body.of(bytes))).ifPresent(PayloadPropertiesTest::walk);
    }

    /** Asks a value for everything a connector may ask for. */
    private static void walk(Payload value) {
        for (var field : List.of("a", "id", "absent")) {
            attempt(() -> value.text(field));
            attempt(() -> value.whole(field));
            attempt(() -> value.decimal(field));
            attempt(() -> value.flag(field));
            attempt(() -> value.list(field));
            attempt(() -> value.require(field));
        }
        attempt(value::asText);
        attempt(value::asDecimal);
        assertThat(value.toString()).startsWith("Payload[");
        attempt(value::elements).ifPresent(elements -> elements.forEach(PayloadPropertiesTest::walk));
        value.fieldNames().forEach(name -> value.get(name).ifPresent(PayloadPropertiesTest::walk));
    }

    private static <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (MalformedDeliveryException expected) {
            return Optional.empty();
        }
    }
}
