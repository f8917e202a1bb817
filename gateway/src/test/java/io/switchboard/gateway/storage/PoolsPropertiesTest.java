package io.switchboard.gateway.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.gateway.storage.PoolsProperties.Admin;
import io.switchboard.gateway.storage.PoolsProperties.BackgroundWork;
import io.switchboard.gateway.storage.PoolsProperties.Interactive;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PoolsPropertiesTest {

    @Test
    void defaults() {
        var second = Duration.ofSeconds(1);
        var ten = Duration.ofSeconds(10);

        assertThat(bind(Map.of()))
                .isEqualTo(new PoolsProperties(
                        new Interactive(20, Duration.ofSeconds(2), Duration.ofSeconds(5), second, ten),
                        new BackgroundWork(10, Duration.ofSeconds(5), Duration.ofSeconds(15), second, ten),
                        new Admin(5, Duration.ofSeconds(2), ten, second, ten)));
    }

    @Test
    void every_setting_can_be_set() {
        var set = new HashMap<String, String>();
        for (var pool : new String[] {"interactive", "background", "admin"}) {
            set.put("switchboard.pools." + pool + ".size", "7");
            set.put("switchboard.pools." + pool + ".connection", "1s");
            set.put("switchboard.pools." + pool + ".statement", "2s");
            set.put("switchboard.pools." + pool + ".lock", "3s");
            set.put("switchboard.pools." + pool + ".idle-in-transaction", "4s");
        }
        var one = Duration.ofSeconds(1);
        var two = Duration.ofSeconds(2);
        var three = Duration.ofSeconds(3);
        var four = Duration.ofSeconds(4);

        assertThat(bind(set))
                .isEqualTo(new PoolsProperties(
                        new Interactive(7, one, two, three, four),
                        new BackgroundWork(7, one, two, three, four),
                        new Admin(7, one, two, three, four)));
    }

    private static PoolsProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("switchboard.pools", Bindable.of(PoolsProperties.class));
    }
}
