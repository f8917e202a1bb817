package io.switchboard.connector.email.posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.email.bytes.Slice;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostedJsonTest {

    @Test
    void finds_members_elements_and_texts() {
        var json = read("{\"a\": {\"b\": [\"x\", 7, true, null, {\"c\": \"deep\"}]}, \"a2\": \"\"}");
        var list = json.get("a").orElseThrow().elements("b");

        assertThat(list).extracting(JsonValue::text).containsExactly("x", "7", "true", "", "");
        assertThat(list.getLast().text("c")).contains("deep");
        assertThat(json.names()).containsExactly("a", "a2");
        assertThat(json.text("a2")).isEmpty();
    }

    @Test
    void has_nothing_where_a_value_is_of_another_kind() {
        var json = read("{\"object\": {}, \"text\": \"x\"}");

        assertThat(json.text("object")).isEmpty();
        assertThat(json.elements("text")).isEmpty();
        assertThat(json.bytes("absent").length()).isZero();
        assertThat(read("[]").get("text")).isEmpty();
    }

    @Test
    void takes_the_first_of_doubled_members() {
        assertThat(read("{\"From\": \"first\", \"From\": \"second\"}").text("From"))
                .contains("first");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "a\\/b, a/b",
                "\\u00e4\\u20AC, ä€",
                "\\ud83d\\udca1!, 💡!",
                "\\\\n, \\n",
                "\\\"q\\\", '\"q\"'",
                "\\ud83dx, ?x",
                "\\ud83d\\u0041, ?A",
                "\\udca1, ?"
            })
    void undoes_escapes(String escaped, String plain) {
        assertThat(read("{\"a\": \"" + escaped + "\"}").text("a")).contains(plain);
    }

    @Test
    void leaves_what_has_no_escape_where_it_is() {
        var escaped = Slice.of("VGhpcw==".getBytes(StandardCharsets.US_ASCII));

        assertThat(JsonEscapes.undo(escaped)).isSameAs(escaped);
    }

    /** One byte of Latin-1 must not cost the mail. */
    @Test
    void reads_what_is_no_utf_8() {
        var json = PostedJson.read("{\"Subject\": \"Gr\u00fc\u00dfe\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(json.text("Subject")).contains("Gr\uFFFD\uFFFDe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\"",
                "{\"a\": \"",
                "{\"a\": \"x\\\"}",
                "{\"a\": \"x\"} {}",
                "nothing",
                "{'a': 1}",
                "[1,]"
            })
    void calls_everything_else_malformed(String broken) {
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessageStartingWith("body is");
    }

    @Test
    void bounds_depth_and_number_of_values() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> read("[" + "1,".repeat(300_000) + "1]"))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    private static JsonValue read(String json) {
        return PostedJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
