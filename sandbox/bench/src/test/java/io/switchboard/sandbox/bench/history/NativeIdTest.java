package io.switchboard.sandbox.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NativeIdTest {

    @Test
    void a_message_says_its_own() {
        var event =
                "{\"thread\":{\"nativeId\":\"no\"},\"message\":{\"content\":[{\"nativeId\":\"no\"}],\"nativeId\":\"wamid.1\"}}";
        assertThat(of("io.switchboard.message.received.v1", event)).isEqualTo("wamid.1");
    }

    @Test
    void a_change_says_the_event_that_made_it() {
        var event = "{\"commerce\":{\"nativeId\":\"7\",\"version\":\"2026-03-01T11:59:52Z/ae419d18/7c01aee0\"}}";
        assertThat(of("io.switchboard.commerce.order.placed.v1", event)).isEqualTo("ae419d18");
    }

    @Test
    void other_events_tell_of_no_single_delivery() {
        var event = "{\"message\":{\"nativeId\":\"wamid.1\"},\"attachment\":{}}";
        assertThat(of("io.switchboard.attachment.updated.v1", event)).isEmpty();
    }

    @Test
    void a_message_without_one_says_nothing() {
        assertThat(of("io.switchboard.message.received.v1", "{\"thread\":{}}")).isEmpty();
    }

    private static String of(String type, String event) {
        return NativeId.of(type, event.getBytes(StandardCharsets.UTF_8));
    }
}
