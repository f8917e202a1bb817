package io.switchboard.canonical.json;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.canonical.Author;
import io.switchboard.canonical.AuthorKind;
import io.switchboard.canonical.Channel;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundMessage;
import io.switchboard.canonical.Message;
import io.switchboard.canonical.MessageContext;
import io.switchboard.canonical.MessageFlag;
import io.switchboard.canonical.Moment;
import io.switchboard.canonical.Money;
import io.switchboard.canonical.Part;
import io.switchboard.canonical.Party;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.canonical.ThreadKey;
import io.switchboard.canonical.TicketEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final List<String> HALVES = List.of("\ud83d", "\ude00", "\ud83d\ude00");

    @Test
    void reads_back_every_field_it_wrote() {
        assertThat(CanonicalJson.readTicketEvent(CanonicalJson.write(Examples.EVERYTHING)))
                .isEqualTo(Examples.EVERYTHING);
    }

    @Test
    void writes_ids_enums_times_and_flags_as_the_contract_says() {
        assertThat(text(Examples.EVERYTHING))
                .startsWith("{\"thread\":{\"threadId\":\"" + Examples.THREAD + "\",")
                .contains("\"surface\":\"whatsapp.message\"", "\"channel\":\"whatsapp\"")
                .contains("\"occurredAt\":\"2026-03-01T12:00:00.000Z\",\"occurredAtPrecision\":\"s\"")
                .contains("\"flags\":{\"auto_generated\":true,\"forwarded\":true}")
                .contains("\"price\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}")
                .contains(
                        "{\"kind\":\"voice_note\",\"attachment\":0,\"caption\":\"listen\",\"fallbackText\":\"listen\"}")
                .contains("{\"kind\":\"html\",\"html\":\"<p>Hello</p>\",\"fallbackText\":\"Hello\"}")
                .contains("\"answers\":{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void leaves_out_what_is_absent_or_empty() {
        var message = InboundMessage.builder(
                        "m1",
                        ThreadAddress.of("dm:1"),
                        Surface.SMS_MESSAGE,
                        Author.customer(Party.ANONYMOUS),
                        Moment.ofEpochSecond(0))
                .content(List.of(new Part.Text("")))
                .build();

        assertThat(text(new InboundEvent.MessageReceived(message)))
                .isEqualTo(
                        "{\"kind\":\"message.received\",\"key\":{\"subject\":\"m1\"},\"message\":{\"nativeId\":\"m1\","
                                + "\"thread\":{\"own\":\"dm:1\"},\"surface\":\"sms.message\",\"visibility\":\"private\","
                                + "\"author\":{\"kind\":\"customer\",\"party\":{}},"
                                + "\"occurredAt\":{\"at\":\"1970-01-01T00:00:00.000Z\",\"precision\":\"s\"},"
                                + "\"content\":[{\"kind\":\"text\",\"text\":\"\",\"fallbackText\":\"\"}],"
                                + "\"replyCapability\":{\"freeForm\":false,\"templates\":false,\"publicReply\":false,"
                                + "\"blockedReason\":\"not_supported\"}}}");
    }

    @Test
    void writes_any_text_a_customer_can_smuggle_in() {
        assertThat(text(List.of("a\ud83d", "\udc00b", "\ud83d\ude00")))
                .isEqualTo("[\"a\ufffd\",\"\ufffdb\",\"\ud83d\ude00\"]");
        assertThat(text(Map.of("\ud83d", "\u0000"))).isEqualTo("{\"\ufffd\":\"\\u0000\"}");
        assertThat(text(new Part.Text("\ud83d"))).contains("\"fallbackText\":\"\ufffd\"");
        assertThat(text(new ThreadKey("a\ud83d"))).isEqualTo("\"a\ufffd\"");
        assertThat(text(List.of("C:\\uD83D\\uDE00"))).isEqualTo("[\"C:\\\\uD83D\\\\uDE00\"]");
    }

    /** Also where a text is longer than the buffers it is written through. */
    @Test
    void writes_half_pairs_wherever_they_stand() throws IOException {
        var random = new Random(1);
        for (var example = 0; example < 500; example++) {
            var text = random.ints(random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(20), 0, 40)
                    .mapToObj(drawn -> drawn < 3 ? HALVES.get(drawn) : "\u00e4".repeat(drawn % 2) + "x")
                    .collect(joining());

            var written = CanonicalJson.write(Map.of(text, List.of(text)));

            var repaired = WellFormedText.of(text);
            assertThat(new ObjectMapper().readValue(written, Object.class))
                    .isEqualTo(Map.of(repaired, List.of(repaired)));
        }
    }

    @Test
    void writes_amounts_digit_by_digit_and_absurd_ones_briefly() {
        assertThat(text(Money.of("1E+3", "JPY"))).contains("\"1000\"");
        assertThat(text(Money.of("0.0000001", "EUR"))).contains("\"0.0000001\"");
        assertThat(text(Money.of("1E+999999999", "EUR"))).hasSizeLessThan(60);
    }

    @Test
    void writes_times_of_any_year() {
        assertThat(Timestamp.of(Instant.parse("2026-12-31T23:59:59.999999999Z")))
                .isEqualTo("2026-12-31T23:59:59.999Z");
        assertThat(Timestamp.of(Instant.parse("0007-01-02T03:04:05Z"))).isEqualTo("0007-01-02T03:04:05.000Z");
        assertThat(Timestamp.of(Instant.parse("-0001-01-01T00:00:00Z"))).isEqualTo("-0001-01-01T00:00:00.000Z");
        assertThat(Timestamp.of(Instant.parse("+12026-01-01T00:00:00Z"))).isEqualTo("+12026-01-01T00:00:00.000Z");
    }

    @Test
    void passes_over_fields_flags_and_kinds_from_the_future() {
        var future = text(Examples.EVERYTHING)
                .replace("{\"thread\":{", "{\"tomorrow\":{\"a\":[1]},\"thread\":{\"tomorrow\":null,")
                .replace(
                        "\"forwarded\":true",
                        "\"forwarded\":true,\"teleported\":true,\"spam\":false,\"deep\":{\"spam\":true}")
                .replace("\"kind\":\"postback\"", "\"kind\":\"hologram\"")
                .replace("\"kind\":\"unsupported\"", "\"kind\":\"smell\"")
                .replace("\"fallbackText\":\"[unsupported: poll]\"", "\"fallbackText\":\"\"");

        var message = message(future);

        assertThat(message.flags()).containsExactlyInAnyOrder(MessageFlag.AUTO_GENERATED, MessageFlag.FORWARDED);
        assertThat(message.content()).contains(new Part.Text("Yes"), new Part.Unsupported("smell", "unknown kind"));
    }

    @Test
    void reads_values_from_the_future_as_the_most_cautious_known_one() {
        var future = text(Examples.EVERYTHING)
                .replace("\"channel\":\"whatsapp\"", "\"channel\":\"pigeon\"")
                .replace("\"surface\":\"whatsapp.message\"", "\"surface\":\"pigeon.loft\"")
                .replace("\"kind\":\"customer\"", "\"kind\":\"oracle\"");

        assertThat(message(future).channel()).isEqualTo(Channel.CUSTOM);
        assertThat(message(future).surface()).isEqualTo(Surface.CUSTOM_MESSAGE);
        assertThat(message(future).author().kind()).isEqualTo(AuthorKind.OTHER_APP);
    }

    @Test
    void refuses_unknown_values_of_closed_enums_naming_the_field_only() {
        var future = text(Examples.EVERYTHING).replace("\"visibility\":\"private\"", "\"visibility\":\"secret-word\"");

        assertThatThrownBy(() -> event(future))
                .isInstanceOf(CanonicalJson.UnreadableException.class)
                .hasMessage("message.visibility is not what the schema says")
                .hasNoCause();
    }

    @Test
    void refuses_what_lacks_a_required_field() {
        var incomplete = text(Examples.EVERYTHING).replaceFirst("\"threadId\":\"[^\"]+\",", "");

        assertThatThrownBy(() -> event(incomplete)).isInstanceOf(CanonicalJson.UnreadableException.class);
    }

    @Test
    void refuses_what_is_not_json() {
        for (var broken : List.of("", "null", "[]", "{", "{} {}", "\"text\"")) {
            assertThatThrownBy(() -> event(broken)).isInstanceOf(CanonicalJson.UnreadableException.class);
        }
    }

    @Test
    void reads_absent_collections_and_contexts_as_empty() {
        var sparse = text(Examples.EVERYTHING)
                .replaceFirst("\"context\":\\{.*\"orderReferences\":\\[[^\\]]*\\]\\},", "")
                .replaceFirst("\"ext\":\\{[^}]*\\}", "\"ext\":null")
                .replaceFirst("\"flags\":\\{[^}]*\\},", "");

        assertThat(message(sparse).context()).isEqualTo(MessageContext.NONE);
        assertThat(message(sparse).ext()).isEmpty();
        assertThat(message(sparse).flags()).isEmpty();
    }

    @Test
    void prints_golden_files_with_two_spaces_and_a_line_feed_at_the_end() {
        assertThat(CanonicalJson.pretty(Map.of("b", List.of(1, 2), "a", "x")))
                .isEqualTo("{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    2\n  ]\n}\n");
    }

    private static String text(Object value) {
        return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
    }

    private static TicketEvent event(String json) {
        return CanonicalJson.readTicketEvent(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Message message(String json) {
        return event(json).message().orElseThrow();
    }
}
