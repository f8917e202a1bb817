package io.switchboard.canonical.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.canonical.Channel;
import io.switchboard.canonical.CloudEvent;
import io.switchboard.canonical.EventId;
import io.switchboard.canonical.EventKey;
import io.switchboard.canonical.Surface;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {

    static final CloudEvent EVENT = new CloudEvent(
            EventId.of(Examples.TENANT, Examples.CONNECTION, EventKey.of("message.received", "wamid.1")),
            CloudEvent.type("message.received"),
            CloudEvent.source(Examples.TENANT, Examples.CONNECTION),
            "thread/" + Examples.THREAD + "/message/" + Examples.MESSAGE,
            Examples.NOON,
            Examples.TENANT,
            Examples.THREAD,
            7,
            Channel.WHATSAPP,
            Surface.WHATSAPP_MESSAGE,
            Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            Examples.EVERYTHING);

    @Test
    void reads_back_what_it_wrote() {
        assertThat(CloudEventHeaders.read(CloudEventHeaders.of(EVENT), Examples.EVERYTHING))
                .isEqualTo(EVENT);
    }

    @Test
    void names_the_headers_of_the_kafka_binding() {
        assertThat(CloudEventHeaders.of(EVENT))
                .containsOnlyKeys(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "ce_partitionkey",
                        "ce_sequence",
                        "ce_tenantid",
                        "ce_channel",
                        "ce_surface",
                        "ce_traceparent",
                        "content-type",
                        "ce_dataschema")
                .containsEntry("ce_type", "io.switchboard.message.received.v1")
                .containsEntry("ce_time", "2026-03-01T12:00:00.000Z")
                .containsEntry("ce_sequence", "7")
                .containsEntry("ce_surface", "whatsapp.message")
                .containsEntry("content-type", "application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_partitionkey", "ce_sequence"})
    void refuses_headers_without(String name) {
        var headers = new LinkedHashMap<>(CloudEventHeaders.of(EVENT));
        headers.remove(name);

        assertThatThrownBy(() -> CloudEventHeaders.read(headers, Examples.EVERYTHING))
                .isInstanceOf(CanonicalJson.UnreadableException.class)
                .hasMessage(name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({"ce_specversion,0.3", "ce_id,x", "ce_time,noon", "ce_sequence,many", "ce_tenantid,No Label"})
    void refuses_a_value_its_attribute_does_not_allow(String name, String value) {
        var headers = new LinkedHashMap<>(CloudEventHeaders.of(EVENT));
        headers.put(name, value);

        assertThatThrownBy(() -> CloudEventHeaders.read(headers, Examples.EVERYTHING))
                .isInstanceOf(CanonicalJson.UnreadableException.class)
                .hasMessageContaining(name);
    }

    @Test
    void reads_a_channel_from_the_future_as_custom_and_passes_over_other_headers() {
        var headers = new LinkedHashMap<>(CloudEventHeaders.of(EVENT));
        headers.put("ce_channel", "pigeon");
        headers.put("ce_surface", "pigeon.loft");
        headers.put("ce_novelty", "1");
        headers.remove("ce_traceparent");

        var read = CloudEventHeaders.read(headers, Examples.EVERYTHING);

        assertThat(read.channel()).isEqualTo(Channel.CUSTOM);
        assertThat(read.surface()).isEqualTo(Surface.CUSTOM_MESSAGE);
        assertThat(read.traceparent()).isEmpty();
    }
}
