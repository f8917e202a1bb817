package io.switchboard.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresTextTest {

    @Test
    void plain_text_loses_only_what_cannot_be_stored() {
        assertThat(PostgresText.plain("a\u0000b")).isEqualTo("ab");
        assertThat(PostgresText.plain("a\uD800b")).isEqualTo("a\uFFFDb");
        assertThat(PostgresText.plain("smile \uD83D\uDE00")).isEqualTo("smile \uD83D\uDE00");
        assertThat(PostgresText.plain("\\u0000")).isEqualTo("\\u0000");
    }

    @Test
    void json_loses_the_escape_and_keeps_an_escaped_backslash() {
        assertThat(PostgresText.json("{\"a\":\"x\\u0000y\"}")).isEqualTo("{\"a\":\"xy\"}");
        assertThat(PostgresText.json("{\"a\":\"\\\\u0000\"}")).isEqualTo("{\"a\":\"\\\\u0000\"}");
    }
}
