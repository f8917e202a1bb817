package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.careless.CarelessProvider;
import io.switchboard.connector.fake.FakeProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorRulesTest {

    @Test
    void a_sound_connector_breaks_no_rule() {
        assertThatCode(() -> ConnectorRules.check(FakeProvider.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ShowsItself",
                "AsksTheClock",
                "AsksTheEnvironment",
                "OpensConnections",
                "ReadsFiles",
                "StartsThreads",
                "KeepsTables",
                "WritesLogs",
                "BringsALibrary"
            })
    void a_class_is_named_that_breaks_a_rule(String name) {
        assertThatThrownBy(() -> ConnectorRules.check(CarelessProvider.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("careless." + name);
    }
}
