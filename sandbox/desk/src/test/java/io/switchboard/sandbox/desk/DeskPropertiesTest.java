package io.switchboard.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeskPropertiesTest {

    @Test
    void states_its_defaults() {
        assertThat(bound(Map.of())).isEqualTo(new DeskProperties("127.0.0.1:9092", 1_000, 200));
    }

    @Test
    void takes_every_property() {
        assertThat(bound(Map.of("bootstrap-servers", "kafka:9094", "threads", "7", "entries", "9")))
                .isEqualTo(new DeskProperties("kafka:9094", 7, 9));
    }

    @Test
    void refuses_a_memory_without_room() {
        assertThatThrownBy(() -> new DeskProperties("kafka:9094", 0, 9)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DeskProperties bound(Map<String, String> settings) {
        var prefixed = new java.util.HashMap<String, String>();
        settings.forEach((name, value) -> prefixed.put("switchboard.desk." + name, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("switchboard.desk", DeskProperties.class);
    }
}
