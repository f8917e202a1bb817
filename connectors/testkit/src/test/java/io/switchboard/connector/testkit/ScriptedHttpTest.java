package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.HttpCall;
import io.switchboard.connector.NotSentException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptedHttpTest {

    private static final HttpCall CALL = HttpCall.get(URI.create("https://a.example/x"), Map.of());

    @Test
    void plays_its_turns_in_order_and_repeats_the_last() throws IOException {
        var http = new ScriptedHttp().refusesConnections().breaksOff().answers(429, "{}");

        assertThatThrownBy(() -> http.send(CALL)).isInstanceOf(NotSentException.class);
        assertThatThrownBy(() -> http.send(CALL)).isNotInstanceOf(NotSentException.class);
        assertThat(http.send(CALL).status()).isEqualTo(429);
        assertThat(http.send(CALL).status()).isEqualTo(429);
        assertThat(http.calls()).hasSize(4);
    }

    @Test
    void fails_the_test_that_scripted_nothing() {
        assertThatThrownBy(() -> new ScriptedHttp().send(CALL)).isInstanceOf(AssertionError.class);
    }
}
