package io.switchboard.sandbox.desk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.sandbox.desk.fixture.Dialogue;
import io.switchboard.sandbox.desk.fixture.Person;
import io.switchboard.sandbox.desk.fixture.Published;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private final Dialogue ada = Dialogue.whatsApp("ada", Person.withPhone("Ada", "2348030001042"), TEN);

    @Test
    void reads_a_cloud_event_in_binary_mode() {
        var event = (Event) RecordCodec.event(ada.says("Where is my parcel?").consumed());

        assertThat(event.kind()).isEqualTo("message.received");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.time()).isEqualTo(TEN);
        assertThat(event.threadId()).isEqualTo(ada.threadId());
        assertThat(event.body().message().map(Message::textPlain)).contains("Where is my parcel?");
        assertThat(event.body().thread().map(Body.ThreadPlace::channel)).contains("whatsapp");
        assertThat(event.body().replyCapability().flatMap(Capability::freeFormUntil))
                .contains(TEN.plusSeconds(86_400));
    }

    @Test
    void passes_over_fields_and_kinds_from_the_future() {
        var parts = List.<Map<String, Object>>of(
                Map.of("kind", "hologram", "fallbackText", "a hologram", "beams", List.of(1, 2)),
                Map.of("kind", "text", "text", "hello", "mood", "good"));
        var published = ada.with(Map.of("aura", Map.of("colour", "blue"))).says("hello", parts);

        var message = ((Event) RecordCodec.event(published.consumed())).body().message();

        assertThat(message.map(Message::content))
                .contains(List.of(new Part.Other("hologram", "a hologram"), new Part.Text("hello")));
    }

    @Test
    void reads_absent_lists_as_empty_and_absent_values_as_absent() {
        var message = ((Event) RecordCodec.event(ada.says("hi").consumed()))
                .body()
                .message()
                .orElseThrow();

        assertThat(message.recipients()).isEmpty();
        assertThat(message.flags()).isEmpty();
        assertThat(message.subject()).isEmpty();
        assertThat(message.inReplyTo()).isEmpty();
    }

    @Test
    void keeps_the_whole_type_of_an_event_of_another_version() {
        var published = ada.says("hi");
        var later = new Published(
                published.threadId(),
                published.id(),
                "io.switchboard.message.received.v2",
                published.sequence(),
                published.time(),
                published.value());

        assertThat(((Event) RecordCodec.event(later.consumed())).kind())
                .isEqualTo("io.switchboard.message.received.v2");
    }

    @Test
    void names_the_field_that_is_not_what_the_contract_says_and_never_its_content() {
        var value = new LinkedHashMap<>(ada.says("hi").value());
        value.put("message", Map.of("revision", "secret words"));
        var published = new Published(ada.threadId(), "id", "io.switchboard.message.received.v1", 1, TEN, value);

        assertThat(RecordCodec.event(published.consumed()))
                .isEqualTo(new UnreadableRecord(
                        ada.threadId(), "tickets-0@1", TEN, "message.revision is not what the contract says"));
    }

    @Test
    void says_which_header_is_missing() {
        var kafka = ada.says("hi").consumed();
        kafka.headers().remove("ce_sequence");

        assertThat(RecordCodec.event(kafka))
                .extracting(record -> ((UnreadableRecord) record).reason())
                .isEqualTo("header ce_sequence is missing");
    }

    @Test
    void survives_a_record_without_key_and_value() {
        var kafka = new ConsumerRecord<String, byte[]>("tickets", 2, 7, null, null);

        assertThat(RecordCodec.event(kafka)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void writes_a_reply_as_the_contract_wants_it() {
        var kafka = RecordCodec.record(ReplyCommand.ofText("c1", "t1", "Grüße 🙏"));

        assertThat(kafka.topic()).isEqualTo("replies");
        assertThat(kafka.key()).isEqualTo("t1");
        assertThat(new String(kafka.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"commandId\":\"c1\",\"threadId\":\"t1\",\"text\":\"Grüße \\uD83D\\uDE4F\"}");
    }

    @Test
    void writes_a_ticket_state_as_the_contract_wants_it() {
        var kafka = RecordCodec.record(new TicketStateChange("k1", "t1", TicketStateChange.CLOSED, Optional.of(TEN)));

        assertThat(kafka.topic()).isEqualTo("ticket-state");
        assertThat(kafka.key()).isEqualTo("t1");
        assertThat(new String(kafka.value(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"ticketId\":\"k1\",\"threadId\":\"t1\",\"state\":\"closed\",\"at\":\"2026-03-01T10:00:00Z\"}");
    }
}
