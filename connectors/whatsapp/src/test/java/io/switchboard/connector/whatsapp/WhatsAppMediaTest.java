package io.switchboard.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.Body;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.FetchOutcome;
import io.switchboard.connector.FetchOutcome.Fetched;
import io.switchboard.connector.FetchOutcome.Gone;
import io.switchboard.connector.FetchOutcome.NotYet;
import io.switchboard.connector.FetchOutcome.Rejected;
import io.switchboard.connector.Secrets;
import io.switchboard.connector.testkit.HttpRequestFile;
import io.switchboard.connector.testkit.ScriptedHttp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppMediaTest {

    private static final String HEX_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String BASE64_OF_ABC = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
    private static final Delivery ORIGIN =
            HttpRequestFile.parse("POST /hooks/whatsapp/shop HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    private final ScriptedHttp http = new ScriptedHttp();

    @ParameterizedTest
    @ValueSource(strings = {HEX_OF_ABC, BASE64_OF_ABC})
    void fetches_a_file_by_its_id_and_then_by_its_address(String sha256) {
        http.answers(200, stored(sha256, 3)).answers(200, "abc");

        assertThat(fetch(10)).isEqualTo(new Fetched(Body.ofText("abc"), Optional.of("image/jpeg")));

        assertThat(http.calls().getFirst().uri()).hasToString("https://graph.facebook.com/v25.0/2001");
        assertThat(http.calls().getLast().uri())
                .hasToString("https://lookaside.fbsbx.com/attachments/?mid=2001&hash=x");
        assertThat(http.calls())
                .allSatisfy(call ->
                        assertThat(call.headers()).containsEntry("Authorization", "Bearer whatsapp-test-access-token"));
    }

    @Test
    void asks_for_a_new_address_every_time_because_the_last_may_have_expired() {
        http.answers(200, stored(HEX_OF_ABC, 3))
                .answers(404, "")
                .answers(200, stored(HEX_OF_ABC, 3))
                .answers(200, "abc");

        assertThat(fetch(10)).isInstanceOf(NotYet.class);
        assertThat(fetch(10)).isInstanceOf(Fetched.class);
        assertThat(http.calls()).hasSize(4);
    }

    @Test
    void rejects_a_file_that_is_not_what_was_announced() {
        http.answers(200, stored(HEX_OF_ABC, 3)).answers(200, "abd");

        assertThat(fetch(10)).isEqualTo(new Rejected("the file's SHA-256 is not the announced one"));
    }

    @Test
    void does_not_take_a_file_that_was_cut_off_for_one_that_was_altered() {
        http.answers(200, stored(HEX_OF_ABC, 3)).answers(200, "ab");

        assertThat(fetch(10)).isInstanceOf(NotYet.class);
    }

    @Test
    void does_not_even_download_a_file_that_is_announced_as_too_large() {
        http.answers(200, stored(HEX_OF_ABC, 11));

        assertThat(fetch(10)).isEqualTo(new Rejected("the file has more bytes than 10"));
        assertThat(http.calls()).hasSize(1);
    }

    @Test
    void stops_reading_a_file_that_turns_out_too_large() {
        http.answers(200, "{\"url\":\"https://lookaside.fbsbx.com/1\"}").answers(200, "0123456789A");

        assertThat(fetch(10)).isEqualTo(new Rejected("the file has more bytes than 10"));
        assertThat(http.calls().getLast().answerLimit()).isEqualTo(11);
    }

    @Test
    void takes_a_file_that_just_fits() {
        http.answers(200, "{\"url\":\"https://lookaside.fbsbx.com/1\"}")
                .answers(200, Map.of("Content-Type", "audio/ogg"), "0123456789");

        assertThat(fetch(10)).isEqualTo(new Fetched(Body.ofText("0123456789"), Optional.of("audio/ogg")));
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, Long.MAX_VALUE})
    void has_a_limit_of_its_own_when_the_gateway_has_none(long limit) {
        http.answers(200, "{\"url\":\"https://lookaside.fbsbx.com/1\"}").answers(200, "abc");

        assertThat(fetch(limit)).isInstanceOf(Fetched.class);
        assertThat(http.calls().getLast().answerLimit()).isPositive();
    }

    @Test
    void shows_the_token_to_no_address_outside_meta() {
        http.answers(200, "{\"url\":\"https://files.example.com/1\"}");

        assertThat(fetch(10)).isEqualTo(new Rejected("the file's address is not one of Meta's"));
        assertThat(http.calls()).hasSize(1);
    }

    @Test
    void knows_when_a_file_is_gone_for_good() {
        http.answers(404, "{\"error\":{\"code\":131000}}")
                .answers(400, "{\"error\":{\"code\":100,\"error_subcode\":33,\"message\":\"does not exist\"}}");

        assertThat(fetch(10)).isInstanceOf(Gone.class);
        assertThat(fetch(10)).isInstanceOf(Gone.class);
    }

    @Test
    void waits_until_the_connection_has_access_again() {
        http.answers(401, "{\"error\":{\"code\":190}}");

        assertThat(fetch(10)).isEqualTo(new NotYet(Duration.ofHours(1), "access denied with error 190"));
        assertThat(new WhatsAppMedia(http).fetch("2001", ORIGIN, 10, Shop.CONNECTION, Secrets.NONE))
                .isInstanceOf(NotYet.class);
    }

    @Test
    void waits_at_least_a_minute_and_as_long_as_it_is_told_to() {
        http.answers(400, "{\"error\":{\"code\":130429}}")
                .answers(429, Map.of("Retry-After", "600"), "{\"error\":{\"code\":4}}");

        assertThat(fetch(10)).isEqualTo(new NotYet(Duration.ofMinutes(1), "error 130429"));
        assertThat(fetch(10)).isEqualTo(new NotYet(Duration.ofMinutes(10), "error 4"));
    }

    @Test
    void rejects_what_whatsapp_refuses() {
        http.answers(400, "{\"error\":{\"code\":131009}}");

        assertThat(fetch(10)).isEqualTo(new Rejected("refused with error 131009"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "{\"url\":\"\"}",
                "{\"url\":\"no address\"}",
                "{\"url\":\"https://x\",\"file_size\":\"big\"}"
            })
    void tries_again_after_an_answer_that_is_not_as_documented(String body) {
        http.answers(200, body);

        assertThat(fetch(10)).isInstanceOf(NotYet.class);
    }

    @Test
    void tries_again_when_nobody_answers() {
        http.breaksOff().refusesConnections().answers(503, "");

        assertThat(fetch(10)).isInstanceOf(NotYet.class);
        assertThat(fetch(10)).isInstanceOf(NotYet.class);
        assertThat(fetch(10)).isInstanceOf(NotYet.class);
    }

    private static String stored(String sha256, int size) {
        return """
                {"messaging_product":"whatsapp","url":"https://lookaside.fbsbx.com/attachments/?mid=2001&hash=x",
                 "mime_type":"image/jpeg","sha256":"%s","file_size":"%d","id":"2001"}""".formatted(sha256, size);
    }

    private FetchOutcome fetch(long limit) {
        return new WhatsAppMedia(http).fetch("2001", ORIGIN, limit, Shop.CONNECTION, Shop.SECRETS);
    }
}
