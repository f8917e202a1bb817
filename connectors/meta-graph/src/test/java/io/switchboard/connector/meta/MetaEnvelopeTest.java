package io.switchboard.connector.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.connector.Body;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.Translation.Ignored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaEnvelopeTest {

    @Test
    void splits_every_change_of_every_entry_in_order() {
        var envelope = split("""
                {"object":"page","entry":[
                  {"id":"1","time":11,"changes":[{"field":"feed","value":{"n":1}},{"field":"ratings","value":{"n":2}}]},
                  {"id":"2","time":12,"changes":[]},
                  {"id":"3","time":13,"changes":[{"value":{"n":3},"field":"feed"}]}]}""");

        assertThat(envelope.object()).isEqualTo("page");
        assertThat(envelope.changes())
                .extracting(change -> change.entry().requireText("id")
                        + change.field()
                        + change.value().requireText("n"))
                .containsExactly("1feed1", "1ratings2", "3feed3");
        assertThat(envelope.unreadable()).isEmpty();
    }

    @Test
    void lets_a_broken_entry_or_change_cost_only_itself() {
        var envelope = split("""
                {"object":"page","entry":[
                  7,
                  {"id":"1","changes":{"field":"feed"}},
                  {"id":"2","changes":[{"value":{}},{"field":"feed"},"x",{"field":"feed","value":{"n":1}}]}]}""");

        assertThat(envelope.changes()).hasSize(1);
        assertThat(envelope.unreadable())
                .containsExactly(
                        new Ignored("entry", "malformed: entry[0].changes is missing"),
                        new Ignored("entry", "malformed: entry[1].changes is an object, a list was expected"),
                        new Ignored("change", "malformed: entry[2].changes[0].field is missing"),
                        new Ignored("change", "malformed: entry[2].changes[1].value is missing"),
                        new Ignored("change", "malformed: entry[2].changes[2].field is missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{\"object\":\"page\"}",
                "{\"object\":\"page\",\"entry\":{}}",
                "{\"entry\":[]}",
                "{\"object\":\"page\",\"entry\":[{\"id\":\"1\""
            })
    void is_malformed_without_an_envelope(String body) {
        assertThatThrownBy(() -> split(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static MetaEnvelope split(String body) {
        return MetaEnvelope.split(Body.ofText(body));
    }
}
