package io.switchboard.connector.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.Body;
import io.switchboard.connector.MalformedDeliveryException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    @Test
    void keeps_every_digit_of_an_id() {
        var payload = Payload.read("{\"id\":820982911946154508,\"more\":123456789012345678901234567890}");

        assertThat(payload.text("id")).contains("820982911946154508");
        assertThat(payload.text("more")).contains("123456789012345678901234567890");
        assertThat(payload.whole("id")).contains(820982911946154508L);
        assertMalformed("more is not a whole number", () -> payload.whole("more"));
    }

    @Test
    void keeps_an_amount_as_it_is_written() {
        var payload = Payload.read("{\"a\":10.00,\"b\":\"10.00\",\"c\":0.10}");

        assertThat(payload.decimal("a")).contains(new BigDecimal("10.00"));
        assertThat(payload.decimal("b")).contains(new BigDecimal("10.00"));
        assertThat(payload.text("c")).contains("0.10");
    }

    @Test
    void names_the_field_and_never_its_content() {
        var payload = Payload.read("{\"entry\":[{\"changes\":[{\"at\":\"canary\"}]}]}");
        var change = payload.list("entry").getFirst().list("changes").getFirst();

        assertMalformed("entry[0].changes[0].at is not a whole number", () -> change.whole("at"));
        assertMalformed("entry[0].changes[0].id is missing", () -> change.require("id"));
        assertMalformed("entry is a list, a text was expected", () -> payload.text("entry"));
        assertMalformed("entry[0].changes[0].at is a text, a list was expected", () -> change.list("at"));
        assertThat(change).hasToString("Payload[entry[0].changes[0]]");
    }

    @Test
    void takes_null_for_absence() {
        var payload = Payload.read("{\"a\":null,\"b\":{\"c\":{\"d\":1}}}");

        assertThat(payload.get("a")).isEmpty();
        assertThat(payload.get("b", "c", "d")).isPresent();
        assertThat(payload.get("b", "x", "d")).isEmpty();
        assertThat(payload.fieldNames()).containsExactly("a", "b");
        assertThat(payload.list("a")).isEmpty();
    }

    @Test
    void takes_only_true_for_true() {
        var payload = Payload.read("{\"a\":true,\"b\":\"true\",\"c\":1,\"d\":\"yes\",\"e\":false}");

        assertThat(List.of("a", "b")).allMatch(payload::flag);
        assertThat(List.of("c", "d", "e", "absent")).noneMatch(payload::flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "{a:1}",
                "[1,]",
                "NaN",
                "{\"a\":01}",
                "// comment\n{}",
                "\u0000{}",
                "{\"a\":\"\n\"}"
            })
    void refuses_what_is_not_one_json_value(String text) {
        assertThatThrownBy(() -> Payload.read(text)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void refuses_bytes_that_are_no_utf_8() {
        var latin = "{\"a\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Payload.read(Body.of(latin))).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void passes_over_a_byte_order_mark() {
        assertThat(Payload.read("\ufeff{\"a\":\"b\"}").text("a")).contains("b");
    }

    @Test
    void reads_half_a_surrogate_pair_as_it_stands() {
        assertThat(Payload.read("{\"a\":\"\\ud83d\"}").text("a")).contains("\ud83d");
    }

    @Test
    void bears_depth_up_to_its_limit() {
        assertThat(Payload.read("[".repeat(100) + "]".repeat(100)).elements()).hasSize(1);
        assertMalformed("body is JSON beyond the limits", () -> Payload.read("[".repeat(101) + "]".repeat(101)));
        assertMalformed("body is JSON beyond the limits", () -> Payload.read("{\"a\":".repeat(1_000_000)));
    }

    @Test
    void bears_sizes_up_to_its_limits() {
        assertThat(Payload.read("\"" + "a".repeat(2_000_000) + "\"").asText()).hasSize(2_000_000);
        assertMalformed("body is JSON beyond the limits", () -> Payload.read("\"" + "a".repeat(2_000_001) + "\""));
        assertMalformed("body is JSON beyond the limits", () -> Payload.read("{\"" + "n".repeat(1_001) + "\":1}"));
        assertMalformed("body is JSON beyond the limits", () -> Payload.read("[" + "1,".repeat(600_000) + "1]"));
        assertMalformed("body is JSON beyond the limits", () -> Payload.read("1".repeat(101)));
        assertMalformed(
                "body is JSON beyond the limits",
                () -> Payload.read("[" + ("\"" + "a".repeat(1_000_000) + "\",").repeat(9) + "1]"));
    }

    /** Reading a number takes time with the square of its length: two million digits would hold a consumer for minutes. */
    @Test
    void spends_no_time_on_absurd_numbers() {
        var payload = Payload.read("{\"long\":\"" + "9".repeat(1_999_999) + "\",\"steep\":1e999999999}");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThatThrownBy(() -> payload.whole("long")).isInstanceOf(MalformedDeliveryException.class);
            assertThatThrownBy(() -> payload.decimal("long")).isInstanceOf(MalformedDeliveryException.class);
            assertThatThrownBy(() -> payload.decimal("steep")).isInstanceOf(MalformedDeliveryException.class);
            assertThatThrownBy(() -> payload.whole("steep")).isInstanceOf(MalformedDeliveryException.class);
        });
    }

    @Test
    void refuses_an_exponent_that_no_number_has() {
        assertMalformed("body is JSON with a number", () -> Payload.read("{\"a\":1e9007199254740993}"));
    }

    @Test
    void reads_whole_numbers_also_from_texts() {
        assertThat(Payload.read("{\"a\":\" 42 \"}").whole("a")).contains(42L);
        assertThat(Payload.read("{\"a\":-1}").whole("a")).contains(-1L);
        assertMalformed(
                "a is not a whole number", () -> Payload.read("{\"a\":1.5}").whole("a"));
        assertMalformed(
                "a is not a whole number",
                () -> Payload.read(
                                "{\"a\":" + BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE) + "}")
                        .whole("a"));
    }

    private static void assertMalformed(String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessageStartingWith(message)
                .hasNoCause();
    }
}
