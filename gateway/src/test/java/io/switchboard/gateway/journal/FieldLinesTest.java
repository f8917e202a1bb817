package io.switchboard.gateway.journal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FieldLinesTest {

    private static final String NAME = "!#$%&'*+-.^_`|~019AZaz";
    private static final String VALUE = " :,;=\"\\{}[]\t\u0000\u0085\u00e4\u2028\uffff09AZaz";

    @RepeatedTest(20)
    void brings_back_every_field(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (var example = 0; example < 100; example++) {
            var headers = headers(random);

            assertThat(FieldLines.read(FieldLines.of(headers))).isEqualTo(headers);
        }
    }

    private static Headers headers(Random random) {
        var headers = new Headers.Builder();
        for (var fields = random.nextInt(20); fields > 0; fields--) {
            headers.add(text(random, NAME, 1 + random.nextInt(12)), text(random, VALUE, random.nextInt(30)));
        }
        return headers.build();
    }

    private static String text(Random random, String characters, int length) {
        return random.ints(length, 0, characters.length())
                .mapToObj(at -> characters.substring(at, at + 1))
                .collect(joining());
    }

    @Test
    void is_what_http_writes() {
        var lines = FieldLines.of(Headers.ofSingle(Map.of("Content-Type", "text/plain")));

        assertThat(lines).asString().isEqualTo("content-type: text/plain\r\n");
    }

    @Test
    void leaves_out_credentials() {
        var lines = FieldLines.of(Headers.ofSingle(
                Map.of("Authorization", "canary", "Proxy-Authorization", "canary", "Cookie", "canary")));

        assertThat(lines).isEmpty();
    }

    @Test
    void lets_no_value_begin_a_field() {
        var lines = FieldLines.of(Headers.ofSingle(Map.of("subject", "hello\r\nx-forged: yes\nand: more")));

        assertThat(FieldLines.read(lines).asMap())
                .containsOnly(Map.entry("subject", List.of("hello  x-forged: yes and: more")));
    }

    @Test
    void says_when_it_is_something_else() {
        assertThatThrownBy(() -> FieldLines.read("{\"a\":[\"b\"]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("name: value");
    }
}
